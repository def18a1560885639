import { type LinkRef, scanLinks } from '../markup/links.ts';
import { collapse } from '../markup/plain.ts';
import { resolver } from '../markup/resolve.ts';
import { type Box, buildTree, walk } from '../markup/tree.ts';
import { readHead } from '../page/metas.ts';
import { alike, backgroundOf, colourOf } from './colours.ts';
import { commentPieces } from './comments.ts';
import { declarations, type PageRules, pageRules, type Style } from './style-rules.ts';
import { type HiddenWay, wayOf } from './ways.ts';
import { hiddenByScript, searchEngineScripts, unfoldWritten } from './written.ts';

export interface HiddenLink {
  /** Absolute address. */
  url: string;
  text: string;
}

/** A piece of the page that its own markup keeps from a reader. */
export interface HiddenPiece {
  way: HiddenWay;
  /** Id and classes of the element that hides it, '' for a bare one. */
  label: string;
  /** The element itself says so, not a rule of the page's style blocks. */
  inline: boolean;
  /** At most 4,000 letters. */
  text: string;
  /** At most 200. */
  links: HiddenLink[];
}

/** What one page hides, and what it tells machines beside what it shows. */
export interface HiddenReading {
  pieces: HiddenPiece[];
  /** Scripts that treat search engines or their visitors apart: the beginning of each. */
  searchEngineScripts: string[];
  title: string;
  keywords: string;
  description: string;
  /** The title is written in letter codes (&#36172;), which no editor does. */
  codedTitle: boolean;
  /** What a reader sees, blanks collapsed; at most 200,000 letters. */
  text: string;
  /** Every reference of the page, hidden ones too. */
  links: LinkRef[];
  /** Links with words of a heading, and how many of them lead nowhere (javascript:;). */
  titleLinks: { count: number; nowhere: number };
}

const MOST_TEXT = 200_000;
const PIECE_TEXT = 4_000;
const PIECE_LINKS = 200;
const MOST_PIECES = 500;
const UNSEEN = new Set('script style template textarea select option title object svg math noembed noframes datalist'.split(' '));
/** A heading of an article is longer than the words of a menu. */
const TITLE_LETTERS = 10;

/**
 * Reads what the page's own markup hides: style attributes, the page's style blocks, its short scripts. Style sheets of their own
 * files are not seen here, so a piece that only they hide is not found, and one that they show again is named all the same.
 */
export function readHidden(html: string, url: string, charset = 'utf-8'): HiddenReading {
  const whole = unfoldWritten(html);
  const tree = buildTree(whole);
  const scripts = textsOf(tree.root, 'script');
  const rules = pageRules(textsOf(tree.root, 'style'));
  const resolve = resolver(url, baseOf(tree.root), charset);
  const head = readHead(tree);
  const walked = readBoxes(tree.root, { rules, byScript: hiddenByScript(scripts), resolve });
  return {
    pieces: [...walked.pieces, ...commentPieces(html, resolve)].slice(0, MOST_PIECES),
    searchEngineScripts: searchEngineScripts(scripts),
    title: head.title,
    keywords: head.named.get('keywords') ?? '',
    description: head.named.get('description') ?? '',
    codedTitle: /<title[^>]*>\s*(?:&#x?[0-9a-f]+;\s*){4}/i.test(html),
    text: walked.text,
    links: scanLinks(whole, url, charset),
    titleLinks: walked.titleLinks,
  };
}

const textsOf = (root: Box, tag: string): string[] => [...walk(root)].flatMap((box) => (box.tag === tag ? [box.kids[0]?.text ?? ''] : []));

function baseOf(root: Box): string | null {
  for (const box of walk(root)) if (box.tag === 'base' && box.attributes.href !== undefined) return box.attributes.href;
  return null;
}

interface Reading {
  rules: PageRules;
  byScript: ReadonlySet<string>;
  resolve(href: string): string | null;
}

/** What an element passes on to those in it. */
interface Around {
  piece: HiddenPiece | null;
  /** Ends with the first element that other style sheets may speak of. */
  tinyFont: boolean;
  background: string | null | undefined;
  /** Colour of the text; null when nobody can tell. */
  colour: string | null;
  link: { piece: HiddenLink; nowhere: boolean } | null;
}

function readBoxes(root: Box, { rules, byScript, resolve }: Reading) {
  const pieces: HiddenPiece[] = [];
  const shown: string[] = [];
  const titleLinks = { count: 0, nowhere: 0 };
  let letters = 0;
  const stack: { box: Box; around: Around }[] = [
    { box: root, around: { piece: null, tinyFont: false, background: undefined, colour: null, link: null } },
  ];
  const begin = (box: Box, way: HiddenWay, inline: boolean): HiddenPiece => {
    const piece: HiddenPiece = { way, label: labelOf(box), inline, text: '', links: [] };
    if (pieces.length < MOST_PIECES) pieces.push(piece);
    return piece;
  };
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { box, around } = top;
    if (box.tag === '#text') {
      const text = collapse(box.text);
      if (text.trim() === '') continue;
      if (around.link) around.link.piece.text = `${around.link.piece.text}${text}`.trim().slice(0, 200);
      let { piece } = around;
      if (piece === null && around.tinyFont) piece = begin(box.parent as Box, 'tiny-font', true);
      if (piece === null && sameColour(around)) piece = begin(box.parent as Box, 'same-colour', true);
      if (piece === null) {
        if (letters < MOST_TEXT) shown.push(text);
        letters += text.length;
        continue;
      }
      if (piece !== around.piece && around.link) piece.links.push(around.link.piece);
      if (piece.text.length < PIECE_TEXT) piece.text = `${piece.text}${text}`.slice(0, PIECE_TEXT);
      continue;
    }
    if (UNSEEN.has(box.tag)) continue;
    const own = declarations(box.attributes.style ?? '');
    const ruled = rules.of(box);
    const style: Style = ruled.length === 0 ? own : new Map([...ruled.flatMap((rule) => [...rule]), ...own]);
    const next: Around = { ...around };
    const way = around.piece === null ? hidingWay(box, style, byScript) : null;
    if (way !== null && way !== 'tiny-font') next.piece = begin(box, way, wayOf(box, own) === way || box.attributes.hidden !== undefined);
    if (box.tag === 'noscript' && next.piece === null) next.piece = begin(box, 'noscript', true);
    if (way === 'tiny-font') next.tinyFont = true;
    else if (style.has('font-size') || (labelOf(box) !== '' && box.tag !== 'a')) next.tinyFont = false;
    const background = backgroundOf(style, box.attributes.bgcolor);
    if (background !== undefined) next.background = background;
    else if (labelOf(box) !== '') next.background = null;
    const colour = style.get('color') ?? (box.tag === 'font' ? box.attributes.color?.toLowerCase() : undefined);
    if (colour !== undefined) next.colour = colourOf(colour);
    else if (box.tag === 'a' || labelOf(box) !== '') next.colour = null;
    if (box.tag === 'a' && box.attributes.href !== undefined) {
      const address = resolve(box.attributes.href);
      next.link = { piece: { url: address ?? '', text: '' }, nowhere: address === null };
      const bare = box.kids.length === 0 && labelOf(box) === '' && box.attributes.style === undefined;
      if (bare && next.piece === null && address !== null && box.attributes.name === undefined)
        begin(box, 'no-text', true).links.push(next.link.piece);
      if (next.piece !== null && address !== null && next.piece.links.length < PIECE_LINKS) next.piece.links.push(next.link.piece);
      const words = box.kids
        .map((kid) => kid.text)
        .join('')
        .trim();
      if (words.length >= TITLE_LETTERS) {
        titleLinks.count += 1;
        if (/^\s*(?:javascript:\s*(?:void\(0\))?;?\s*|#)$/i.test(box.attributes.href)) titleLinks.nowhere += 1;
      }
    }
    if ((box.tag === 'iframe' || box.tag === 'frame') && next.piece !== null && box.attributes.src) {
      const address = resolve(box.attributes.src);
      if (address !== null) next.piece.links.push({ url: address, text: '' });
    }
    for (let i = box.kids.length - 1; i >= 0; i--) stack.push({ box: box.kids[i] as Box, around: next });
  }
  return { pieces: pieces.filter(({ text, links }) => text !== '' || links.length > 0), text: collapse(shown.join(' ')), titleLinks };
}

function hidingWay(box: Box, style: Style, byScript: ReadonlySet<string>): HiddenWay | null {
  return box.attributes.id !== undefined && byScript.has(box.attributes.id) ? 'script' : wayOf(box, style);
}

const labelOf = ({ attributes: { id, class: classes } }: Box): string => [id ?? '', classes ?? ''].filter(Boolean).join(' ').slice(0, 80);

/** Only where the page itself sets both colours. */
const sameColour = ({ background, colour }: Around): boolean =>
  typeof background === 'string' && colour !== null && colour !== 'none' ? alike(background, colour) : colour === 'none';
