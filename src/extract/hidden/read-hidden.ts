import { type LinkRef, scanLinks } from '../markup/links.ts';
import { collapse } from '../markup/plain.ts';
import { resolver } from '../markup/resolve.ts';
import { type Box, buildTree, walk } from '../markup/tree.ts';
import { readHead } from '../page/metas.ts';
import { alike, backgroundOf, colourOf } from './colours.ts';
import { commentPieces } from './comments.ts';
import type { HiddenLink, HiddenPiece } from './piece.ts';
import { declarations, type PageRules, pageRules, type Style } from './style-rules.ts';
import { type HiddenWay, wayOf } from './ways.ts';
import { hiddenByScript, searchEngineScripts, unfoldWritten } from './written.ts';

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
const LINK_TEXT = 200;
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
  link: HiddenLink | null;
}

/** What a walk over the boxes gathers. */
class Gathering {
  readonly pieces: HiddenPiece[] = [];
  readonly titleLinks = { count: 0, nowhere: 0 };
  readonly #shown: string[] = [];
  #letters = 0;

  begin(box: Box, way: HiddenWay, inline: boolean): HiddenPiece {
    const piece: HiddenPiece = { way, label: labelOf(box), inline, text: '', links: [] };
    if (this.pieces.length < MOST_PIECES) this.pieces.push(piece);
    return piece;
  }
  show(text: string): void {
    if (this.#letters < MOST_TEXT) this.#shown.push(text);
    this.#letters += text.length;
  }
  get text(): string {
    return collapse(this.#shown.join(' '));
  }
}

/** One walk without recursion; what an element says of itself goes on to those in it. */
function readBoxes(root: Box, reading: Reading) {
  const found = new Gathering();
  const nothing: Around = { piece: null, tinyFont: false, background: undefined, colour: null, link: null };
  const stack: { box: Box; around: Around }[] = [{ box: root, around: nothing }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { box, around } = top;
    if (box.tag === '#text') takeText(found, box, around);
    else if (!UNSEEN.has(box.tag)) {
      const within = enter(found, box, around, reading);
      for (let i = box.kids.length - 1; i >= 0; i--) stack.push({ box: box.kids[i] as Box, around: within });
    }
  }
  const { pieces, text, titleLinks } = found;
  return { pieces: pieces.filter((piece) => piece.text !== '' || piece.links.length > 0), text, titleLinks };
}

function takeText(found: Gathering, box: Box, { piece: hidden, link, ...around }: Around): void {
  const text = collapse(box.text);
  if (text.trim() === '') return;
  if (link) link.text = `${link.text}${text}`.trim().slice(0, LINK_TEXT);
  const letterWay = around.tinyFont ? 'tiny-font' : sameColour(around) ? 'same-colour' : null;
  const piece = hidden ?? (letterWay === null ? null : found.begin(box.parent as Box, letterWay, true));
  if (piece === null) {
    found.show(text);
    return;
  }
  if (piece !== hidden && link) piece.links.push(link);
  if (piece.text.length < PIECE_TEXT) piece.text = `${piece.text}${text}`.slice(0, PIECE_TEXT);
}

/** What holds within an element: whether it hides what is in it, and how its letters are set. */
function enter(found: Gathering, box: Box, around: Around, { rules, byScript, resolve }: Reading): Around {
  const own = declarations(box.attributes.style ?? '');
  const ruled = rules.of(box);
  const style: Style = ruled.length === 0 ? own : new Map([...ruled.flatMap((rule) => [...rule]), ...own]);
  const within: Around = { ...around, ...lettersOf(box, style, around) };
  const way = around.piece === null ? hidingWay(box, style, byScript) : null;
  if (way === 'tiny-font') within.tinyFont = true;
  else if (way !== null) within.piece = found.begin(box, way, wayOf(box, own) === way || box.attributes.hidden !== undefined);
  else if (box.tag === 'noscript' && around.piece === null) within.piece = found.begin(box, 'noscript', true);
  if (box.tag === 'a' && box.attributes.href !== undefined) takeLink(found, box, within, resolve(box.attributes.href));
  if ((box.tag === 'iframe' || box.tag === 'frame') && within.piece !== null && box.attributes.src) {
    const url = resolve(box.attributes.src);
    if (url !== null) within.piece.links.push({ url, text: '' });
  }
  return within;
}

/** Size and colours of letters; where another style sheet may speak of an element by its name, nothing is known any more. */
function lettersOf(box: Box, style: Style, around: Around): Pick<Around, 'tinyFont' | 'background' | 'colour'> {
  const named = labelOf(box) !== '';
  const background = backgroundOf(style, box.attributes.bgcolor);
  const colour = style.get('color') ?? (box.tag === 'font' ? box.attributes.color?.toLowerCase() : undefined);
  return {
    tinyFont: around.tinyFont && !style.has('font-size') && (!named || box.tag === 'a'),
    background: background !== undefined ? background : named ? null : around.background,
    // A link has a colour of its own.
    colour: colour !== undefined ? colourOf(colour) : box.tag === 'a' || named ? null : around.colour,
  };
}

const NOWHERE = /^\s*(?:javascript:\s*(?:void\(0\))?;?\s*|#)$/i;

/** `url` null: it leads nowhere. */
function takeLink(found: Gathering, box: Box, within: Around, url: string | null): void {
  const link: HiddenLink = { url: url ?? '', text: '' };
  within.link = link;
  const { href, style, name } = box.attributes;
  const bare = box.kids.length === 0 && labelOf(box) === '' && style === undefined && name === undefined;
  if (url !== null && bare && within.piece === null) found.begin(box, 'no-text', true).links.push(link);
  if (url !== null && within.piece !== null && within.piece.links.length < PIECE_LINKS) within.piece.links.push(link);
  const words = box.kids.map((kid) => kid.text).join('');
  if (words.trim().length < TITLE_LETTERS) return;
  found.titleLinks.count += 1;
  if (NOWHERE.test(href ?? '')) found.titleLinks.nowhere += 1;
}

function hidingWay(box: Box, style: Style, byScript: ReadonlySet<string>): HiddenWay | null {
  return box.attributes.id !== undefined && byScript.has(box.attributes.id) ? 'script' : wayOf(box, style);
}

const labelOf = ({ attributes: { id, class: classes } }: Box): string => [id ?? '', classes ?? ''].filter(Boolean).join(' ').slice(0, 80);

/** Only where the page itself sets both colours. */
const sameColour = ({ background, colour }: Pick<Around, 'background' | 'colour'>): boolean =>
  typeof background === 'string' && colour !== null && colour !== 'none' ? alike(background, colour) : colour === 'none';
