import type { Box } from '../markup/tree.ts';
import { walk } from '../markup/tree.ts';
import { columnNamesOf } from './column-name.ts';

/** One entry of a menu: a link, a heading that groups others, or both. */
export interface Outline {
  name: string;
  /** Names above it that its own text carries: 本级政策解读 of 本级政策解读—负责人解读. */
  lead: readonly string[];
  /** Null for a heading without a link, or with one that leads to no column of this site. */
  url: string | null;
  kids: Outline[];
}

/** What the links of a page mean for the tree of columns. */
export interface LinkSense {
  /** Absolute address of a column the link may lead to; null for all other links. */
  column(href: string): string | null;
  /** Leads to the front page: logos and the name of the site, which head nothing. */
  isFront(href: string): boolean;
  /** Leads anywhere into this site. */
  isOwn(href: string): boolean;
}

interface Part {
  /** `link` and `label` stand in the line; `block` is what an element of its own holds. */
  form: 'link' | 'label' | 'block';
  tag: string;
  nodes: Outline[];
}

const UNSEEN = new Set('script style noscript template textarea select option title object svg form iframe'.split(' '));
const IN_LINE = new Set('span b strong font em i u small big label bdo ins'.split(' '));
const HEADS = new Set('h1 h2 h3 h4 h5 h6 dt th caption legend summary'.split(' '));
/** Their children are equals: the first is not the heading of the others. */
const ROWS = new Set('ul ol tbody table tr nav header dl'.split(' '));

/** Reads a box of links as an outline: which entries stand below which. Headings without entries are left out. */
export function readOutline(box: Box, sense: LinkSense): Outline[] {
  return pruned(assemble(partsOf(box, sense), box.tag));
}

function partsOf(box: Box, sense: LinkSense): Part[] {
  const parts: Part[] = [];
  for (const kid of box.kids) {
    if (kid.tag === '#text') parts.push(...asPart('label', kid.tag, kid.text, null));
    else if (isLink(kid)) parts.push(...linkPart(kid, sense));
    else if (UNSEEN.has(kid.tag)) continue;
    else if (IN_LINE.has(kid.tag)) append(parts, partsOf(kid, sense));
    else {
      const nodes = assemble(partsOf(kid, sense), kid.tag);
      if (nodes.length === 0) continue;
      parts.push({ form: nodes.length === 1 && HEADS.has(kid.tag) ? 'label' : 'block', tag: kid.tag, nodes });
    }
  }
  return parts;
}

function linkPart(link: Box, { column, isFront }: LinkSense): Part[] {
  const href = addressIn(link);
  return href !== '' && isFront(href) ? [] : asPart('link', 'a', linkText(link), column(href));
}

function asPart(form: 'link' | 'label', tag: string, text: string, url: string | null): Part[] {
  const names = columnNamesOf(text);
  const name = names.at(-1);
  if (name === undefined) return [];
  return [{ form, tag, nodes: [{ name, lead: names.slice(0, -1), url, kids: [] }] }];
}

/** Puts the parts of one box in order: what follows a heading stands below it. */
function assemble(parts: readonly Part[], tag: string): Outline[] {
  const [first, ...others] = parts;
  const headed = first?.form === 'label';
  const onlyHead = !ROWS.has(tag) && first !== undefined && first.form !== 'block' && others.every((part) => part.form === 'block');
  const out: Outline[] = [];
  let head: Outline | null = null;
  let isLabel = false;
  for (const part of parts) {
    const node = part.nodes[0] as Outline;
    if (part.form === 'block') {
      if (head !== null && (onlyHead || takes(head, isLabel, part))) append(head.kids, part.nodes);
      else {
        append(out, part.nodes);
        head = part.nodes.length === 1 && node.kids.length === 0 ? node : null;
        isLabel = false;
      }
    } else if (part.form === 'link' && headed && isLabel && head !== null) head.kids.push(node);
    else {
      out.push(node);
      head = node;
      isLabel = part.form === 'label';
    }
  }
  return out;
}

/** A list behind a link is its list; a single entry only behind a heading, or a link without a page. Entries of one list are equals. */
function takes(head: Outline, isLabel: boolean, { tag, nodes }: Part): boolean {
  if (tag === 'li' || (tag === 'tr' && head.url !== null)) return false;
  return (
    nodes.length > 1 ||
    isLabel ||
    tag === 'dd' ||
    tag === 'ul' ||
    tag === 'ol' ||
    (head.url === null && (nodes[0] as Outline).kids.length === 0)
  );
}

/** One by one: a page can hold more entries than a call can take arguments. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}

function pruned(nodes: readonly Outline[]): Outline[] {
  return nodes.flatMap((node) => {
    const kids = pruned(node.kids);
    return node.url === null && kids.length === 0 ? [] : [{ ...node, kids }];
  });
}

const GOES = /(?:location(?:\.href)?\s*=|\w{0,20}(?:go|jump|link|url|show|load|open)\w{0,20}\()\s*["']([^"']{1,500})["']/i;

export function isLink({ tag, attributes, kids }: Box): boolean {
  if (tag === 'a' || tag === 'area') return true;
  return (
    attributes.onclick !== undefined && targetOf(attributes.onclick) !== '' && kids.every((kid) => kid.tag !== 'a' && kid.tag !== 'ul')
  );
}

/** Where a link leads, by its address or by what its click does. '' when it leads nowhere. */
export function addressIn({ attributes }: Box): string {
  const href = attributes.href ?? '';
  if (href !== '' && !/^\s*(?:#|javascript:)/i.test(href)) return href;
  return targetOf(attributes.onclick ?? href);
}

const LONGEST_CLICK = 1_000;
const targetOf = (script: string): string => GOES.exec(script.slice(0, LONGEST_CLICK))?.[1] ?? '';

/** Far more than any name has. */
const LONGEST_TEXT = 1_000;

/** What a link says: its text, whole where it is cut; the title or the picture's words where it has none. */
export function linkText(link: Box): string {
  let text = '';
  let alt = link.attributes.alt ?? '';
  for (const box of walk(link)) {
    if (box.tag === '#text' && text.length < LONGEST_TEXT) text += box.text;
    if (box.tag === 'img' && alt === '') alt = box.attributes.alt || (box.attributes.title ?? '');
  }
  const title = link.attributes.title ?? '';
  const cut = /(?:\.{2,}|…)\s*$/.test(text);
  return text.trim() === '' ? title || alt : cut && title !== '' ? title : text;
}
