import { refreshTarget, srcsetTargets, styleTargets } from './link-values.ts';
import { collapse } from './plain.ts';
import { resolver } from './resolve.ts';
import { type Attributes, readTokens } from './tokens.ts';

/** What a reference is for: a page to go to, a picture or other part shown, a document to take away. */
export type LinkRelation = 'link' | 'image' | 'attachment';

/** One reference of a page, in page order. */
export interface LinkRef {
  /** Absolute http or https address, without fragment. */
  url: string;
  /** As written in the page, entities decoded. */
  href: string;
  /** Anchor text, else its title or the picture's alt; '' when there is none. At most 200 letters. */
  text: string;
  relation: LinkRelation;
  /** Element it stands in: a, area, link, img, script, iframe, meta, style … */
  tag: string;
}

const WANTED = new Set(
  'href src srcset data-src data-original poster style background title alt content http-equiv rel type data longdesc'.split(' '),
);
const ATTACHMENT = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|ofd|pdf|rtf|csv|zip|rar|7z|tar|gz)$/i;
const TEXT_LETTERS = 200;
/** `link` elements that name a resource of the page; the others (canonical, alternate, dns-prefetch) are for machines. */
const LINK_RELS = /\b(?:stylesheet|icon|apple-touch-icon(?:-precomposed)?|manifest)\b/i;

interface Pending {
  href: string;
  text: string;
  relation: LinkRelation | null;
  tag: string;
}

/**
 * All references of a page in one streaming pass over its tokens, without a tree: the hot path of a crawl.
 * Skipped: fragments of the page itself, empty addresses, schemes other than http and https, addresses no browser can resolve,
 * and what stands in comments, templates and noscript. `charset` matters for non-ASCII queries only: browsers send those in the page's charset.
 */
export function scanLinks(html: string, baseUrl: string, charset = 'utf-8'): LinkRef[] {
  const found: Pending[] = [];
  let base: string | null = null;
  let anchor: Pending | null = null;
  let unseen = 0;
  let inStyle = false;

  const add = (tag: string, href: string | undefined, relation: LinkRelation | null, text = ''): Pending | null => {
    if (href === undefined || isNowhere(href)) return null;
    const ref = { href, text, relation, tag };
    found.push(ref);
    return ref;
  };

  readTokens(html, {
    wanted: WANTED,
    open(name, attributes) {
      if (name === 'template' || name === 'noscript') unseen++;
      if (unseen > 0) return;
      if (name === 'base') base ??= attributes.href ?? null;
      if (name === 'a') anchor = add('a', attributes.href, null, attributes.title ?? '');
      else addOthers(name, attributes, add);
      if (name === 'img' && anchor !== null && anchor.text === '') anchor.text = attributes.alt ?? '';
      if (attributes.style !== undefined) for (const url of styleTargets(attributes.style)) add(name, url, 'image');
      inStyle = name === 'style';
    },
    close(name) {
      if ((name === 'template' || name === 'noscript') && unseen > 0) unseen--;
      if (name === 'a') anchor = null;
      inStyle = false;
    },
    text(data) {
      if (unseen > 0) return;
      if (inStyle) for (const url of styleTargets(data)) add('style', url, 'image');
      else if (anchor !== null) takeText(anchor, data);
    },
  });
  return resolveAll(found, baseUrl, base, charset);
}

/** Visible text wins over title and alt: the first piece replaces them, later ones are joined. */
function takeText(anchor: Pending & { seen?: boolean }, data: string): void {
  if (anchor.seen === true) {
    if (anchor.text.length < TEXT_LETTERS) anchor.text += data;
  } else if (data.trim() !== '') {
    anchor.text = data;
    anchor.seen = true;
  }
}

type Add = (tag: string, href: string | undefined, relation: LinkRelation | null, text?: string) => Pending | null;

function addOthers(name: string, attributes: Attributes, add: Add): void {
  switch (name) {
    case 'area':
      add(name, attributes.href, null, attributes.alt ?? attributes.title ?? '');
      break;
    case 'img':
    case 'image':
      // A page that loads pictures late keeps the real address beside a placeholder.
      add(name, attributes['data-original'] ?? attributes['data-src'] ?? attributes.src, 'image', attributes.alt ?? '');
      if (attributes.srcset !== undefined)
        for (const url of srcsetTargets(attributes.srcset)) add(name, url, 'image', attributes.alt ?? '');
      break;
    case 'link':
      if (LINK_RELS.test(attributes.rel ?? '')) add(name, attributes.href, /icon/i.test(attributes.rel ?? '') ? 'image' : 'link');
      break;
    case 'meta':
      if (/^refresh$/i.test(attributes['http-equiv'] ?? '')) add(name, refreshTarget(attributes.content ?? '') ?? undefined, 'link');
      break;
    case 'input':
      if (/^image$/i.test(attributes.type ?? '')) add(name, attributes.src, 'image', attributes.alt ?? '');
      break;
    case 'object':
      add(name, attributes.data, 'link');
      break;
    case 'source':
      add(name, attributes.src, 'link');
      if (attributes.srcset !== undefined) for (const url of srcsetTargets(attributes.srcset)) add(name, url, 'image');
      break;
    case 'video':
      add(name, attributes.poster, 'image');
      add(name, attributes.src, 'link');
      break;
    case 'script':
    case 'iframe':
    case 'frame':
    case 'embed':
    case 'audio':
    case 'track':
      add(name, attributes.src, 'link');
      break;
    default:
      if (attributes.background !== undefined) add(name, attributes.background, 'image');
  }
}

/** Addresses that lead to no other page: empty, fragments, scripts, mail, telephone, inline data. */
function isNowhere(href: string): boolean {
  let at = 0;
  while (at < href.length && href.charCodeAt(at) <= 0x20) at++;
  if (at === href.length || href[at] === '#') return true;
  const scheme = SCHEME.exec(href)?.[1];
  return scheme !== undefined && !/^https?$/i.test(scheme.replace(/\s/g, ''));
}
/** A name before the first colon; `host:8080` is a host, and browsers drop tabs and line breaks inside the name. */
const SCHEME = /^\s*([a-z][a-z0-9+.\-\t\r\n]{1,20}):(?!\d)/i;

function resolveAll(found: readonly Pending[], pageUrl: string, base: string | null, charset: string): LinkRef[] {
  const resolve = resolver(pageUrl, base, charset);
  const refs: LinkRef[] = [];
  for (const { href, text, relation, tag } of found) {
    const url = resolve(href);
    if (url === null) continue;
    const path = url.split(/[?#]/, 1)[0] as string;
    refs.push({
      url,
      href,
      text: collapse(text).trim().slice(0, TEXT_LETTERS),
      relation: relation ?? (ATTACHMENT.test(path) ? 'attachment' : 'link'),
      tag,
    });
  }
  return refs;
}
