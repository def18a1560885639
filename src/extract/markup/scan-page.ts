import { refreshTarget, srcsetTargets, styleTargets } from './link-values.ts';
import type { LinkRelation } from './links.ts';
import { collapse } from './plain.ts';
import { textOf } from './scan-attributes.ts';
import { quickResolver } from './scan-resolve.ts';
import { scanTokens, TEXT_ONLY, tagNames } from './scan-tokens.ts';

/** What a reader can follow or see (`link`, `image`, `attachment`), or what works behind the page (`part`: sheets, scripts). */
export interface PageReference {
  /** Absolute http or https address, without fragment. */
  url: string;
  relation: LinkRelation | 'part';
  /** Anchor text, else its title or the picture's alt; '' when there is none. At most 200 letters. */
  text: string;
}

/** What one quick pass over a page gives. */
export interface PageScan {
  /** Each address once, in page order; a relation of `link` wins over the others, the first text over none. */
  references: PageReference[];
  title: string | null;
  /** Contents of the named metas by name as written. */
  metas: Record<string, string>;
  /** Visible text with blanks collapsed, null unless asked for. */
  text: string | null;
}

const words = (text: string): readonly string[] => text.split(' ');
const NAMES = tagNames([
  ...TEXT_ONLY,
  ...words('a area audio base embed frame image img input link meta noscript object source svg template track video'),
]);
const WANTED = new Set(
  words('href src srcset data-src data-original poster style background title alt content http-equiv rel type data name'),
);
const WANTED_ON_ANY = new Set(['style', 'background']);
const ATTACHMENT = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|ofd|pdf|rtf|csv|zip|rar|7z|tar|gz)$/i;
const LINK_RELS = /\b(?:stylesheet|icon|apple-touch-icon(?:-precomposed)?|manifest)\b/i;
const SCHEME = /^\s*([a-z][a-z0-9+.\-\t\r\n]{1,20}):(?!\d)/i;
const TEXT_LETTERS = 200;
const UNSEEN_TEXT = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes']);

export interface ScanOptions {
  charset?: string;
  /** References beyond this number are left out. */
  limit?: number;
  /** Whether the visible text is wanted too. */
  text?: boolean;
}

interface Anchor {
  ref: PageReference;
  text: string;
  seen: boolean;
  /** Text of something inside the anchor that has the same address. */
  inner: string;
}

/** References, title and metas of a page in one pass from tag to tag: what a crawl of a whole site needs of every page. */
export function scanPage(html: string, pageUrl: string, options: ScanOptions = {}): PageScan {
  return scanWith(html, pageUrl, null, options);
}

/** `base`: a <base> that a first pass met behind references it governs too. */
function scanWith(html: string, pageUrl: string, base: string | null, options: ScanOptions): PageScan {
  const { charset = 'utf-8', limit = Number.POSITIVE_INFINITY, text = false } = options;
  const byHref = new Map<string, PageReference | null>();
  const byUrl = new Map<string, PageReference>();
  const metas: Record<string, string> = {};
  const texts: string[] = [];
  let resolve = quickResolver(pageUrl, base, charset);
  let late: string | null = null;
  let based = base !== null;
  let title: string | null = null;
  let anchor: Anchor | null = null;
  let unseen = 0;

  const reference = (href: string, relation: LinkRelation | 'part' | null): PageReference | null => {
    const fragment = href.indexOf('#');
    // A blank before the fragment belongs to the address; at its very end it would not.
    const bare = fragment < 0 || href.charCodeAt(fragment - 1) <= 0x20 ? href : href.slice(0, fragment);
    let ref = byHref.get(bare);
    if (ref === undefined) {
      const url = isNowhere(bare) ? null : resolve(bare);
      ref = url === null ? null : (byUrl.get(url) ?? null);
      if (ref === null && url !== null && byUrl.size < limit) {
        ref = { url, relation: relation ?? relationOf(url), text: '' };
        byUrl.set(url, ref);
      }
      byHref.set(bare, ref);
    }
    if (ref !== null && ref.relation !== 'link' && (relation ?? relationOf(ref.url)) === 'link') ref.relation = 'link';
    return ref;
  };
  const add = (href: string | undefined, relation: LinkRelation | 'part' | null, shown = ''): void => {
    if (href === undefined) return;
    const ref = reference(href, relation);
    if (ref === null || ref.text !== '' || shown === '') return;
    if (anchor?.ref === ref) anchor.inner ||= clean(shown);
    else ref.text = clean(shown);
  };
  const endAnchor = (): void => {
    if (anchor !== null && anchor.ref.text === '') anchor.ref.text = clean(anchor.text) || anchor.inner;
    anchor = null;
  };

  scanTokens(html, {
    names: NAMES,
    wanted: WANTED,
    wantedOnAny: WANTED_ON_ANY,
    open({ name, attributes }) {
      if (name === 'template' || name === 'noscript') unseen++;
      if (unseen > 0) return;
      if (name === 'a') {
        endAnchor();
        const ref = attributes.href === undefined ? null : reference(attributes.href, null);
        if (ref !== null) anchor = { ref, text: attributes.title ?? '', seen: false, inner: '' };
      } else if (name === 'base') {
        if (!based && attributes.href !== undefined) {
          based = true;
          if (byHref.size > 0) late = attributes.href;
          else resolve = quickResolver(pageUrl, attributes.href, charset);
        }
      } else {
        addOthers(name, attributes, add);
        if (name === 'meta' && attributes.name !== undefined) metas[attributes.name] ??= attributes.content ?? '';
        if (name === 'img' && anchor !== null && anchor.text === '') anchor.text = attributes.alt ?? '';
      }
      if (attributes.style !== undefined) for (const url of styleTargets(attributes.style)) add(url, 'image');
    },
    close(name) {
      if ((name === 'template' || name === 'noscript') && unseen > 0) unseen--;
      if (name === 'a') endAnchor();
    },
    text(from, to, of) {
      if (of === 'title') title ??= unseen > 0 ? null : collapse(textOf(html.slice(from, to), of)).trim() || null;
      if (unseen > 0) return;
      if (of === 'style') {
        for (const url of styleTargets(html.slice(from, to))) add(url, 'image');
      } else if (anchor !== null && anchor.ref.text === '' && (!anchor.seen || anchor.text.length < TEXT_LETTERS)) {
        takeText(anchor, textOf(html.slice(from, to), of));
      }
      if (text && (of === null || !UNSEEN_TEXT.has(of))) texts.push(html.slice(from, to));
    },
  });
  endAnchor();
  if (late !== null) return scanWith(html, pageUrl, late, options);
  return { ...ownStrings([...byUrl.values()], title), metas, text: text ? collapse(textOf(texts.join(' '), null)).trim() : null };
}

/**
 * Strings cut out of a page keep the whole page in memory for as long as they live. Joined and cut again they keep one
 * another only. Neither addresses nor collapsed texts hold a line break.
 */
function ownStrings(references: PageReference[], title: string | null): Pick<PageScan, 'references' | 'title'> {
  const strings = [title ?? ''];
  for (const { url, text } of references) strings.push(url, text);
  const own = strings.join('\n').split('\n');
  for (const [i, reference] of references.entries()) {
    reference.url = own[2 * i + 1] as string;
    reference.text = own[2 * i + 2] as string;
  }
  return { references, title: title === null ? null : (own[0] as string) };
}

function takeText(anchor: Anchor, data: string): void {
  if (anchor.seen) anchor.text += data;
  else if (data.trim() !== '') {
    anchor.text = data;
    anchor.seen = true;
  }
}

const clean = (text: string): string => collapse(text).trim().slice(0, TEXT_LETTERS);

const relationOf = (url: string): LinkRelation => (ATTACHMENT.test(url.split('?', 1)[0] as string) ? 'attachment' : 'link');

type Add = (href: string | undefined, relation: LinkRelation | 'part' | null, text?: string) => void;

function addOthers(name: string, attributes: Readonly<Record<string, string>>, add: Add): void {
  switch (name) {
    case 'area':
      add(attributes.href, null, attributes.alt ?? attributes.title ?? '');
      break;
    case 'img':
    case 'image':
      add(attributes['data-original'] ?? attributes['data-src'] ?? attributes.src, 'image', attributes.alt ?? '');
      if (attributes.srcset !== undefined) for (const url of srcsetTargets(attributes.srcset)) add(url, 'image', attributes.alt ?? '');
      break;
    case 'link':
      if (LINK_RELS.test(attributes.rel ?? '')) add(attributes.href, /icon/i.test(attributes.rel ?? '') ? 'image' : 'part');
      break;
    case 'meta':
      if (/^refresh$/i.test(attributes['http-equiv'] ?? '')) add(refreshTarget(attributes.content ?? '') ?? undefined, 'link');
      break;
    case 'input':
      if (/^image$/i.test(attributes.type ?? '')) add(attributes.src, 'image', attributes.alt ?? '');
      break;
    case 'object':
      add(attributes.data, 'link');
      break;
    case 'source':
      add(attributes.src, 'link');
      if (attributes.srcset !== undefined) for (const url of srcsetTargets(attributes.srcset)) add(url, 'image');
      break;
    case 'video':
      add(attributes.poster, 'image');
      add(attributes.src, 'link');
      break;
    case 'script':
      add(attributes.src, 'part');
      break;
    case 'iframe':
    case 'frame':
    case 'embed':
    case 'audio':
    case 'track':
      add(attributes.src, 'link');
      break;
    default:
      if (attributes.background !== undefined) add(attributes.background, 'image');
  }
}

/** Addresses that lead to no other page: empty, scripts, mail, telephone, inline data. */
function isNowhere(href: string): boolean {
  let at = 0;
  while (at < href.length && href.charCodeAt(at) <= 0x20) at++;
  if (at === href.length || href[at] === '#') return true;
  const scheme = href.includes(':') ? SCHEME.exec(href)?.[1] : undefined;
  return scheme !== undefined && !/^https?$/i.test(scheme.replace(/\s/g, ''));
}
