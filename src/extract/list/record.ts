import { readDateCell } from '../dates/date-cell.ts';
import { joinLeaves, type Leaf } from '../markup/layout.ts';
import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';
import type { RecordRange } from './record-range.ts';
import { isControlText, isPlaceholder, type Survey } from './survey.ts';

/** Title and address of one entry, and which leaves the title took (the date is sought in the others). */
export interface TitlePart {
  title: string;
  href: string | null;
  leaves: ReadonlySet<number>;
}

const NEW_MARK = /^(?:new|hot|热|新|顶|置顶)!?$/i;
const HEADING = /^(?:h[1-6]|strong|b)$/;
const TITLE_CLASS = /title|tit(?:le)?\b|\bbt\b|biaoti|\bname|_name|subject|headline/i;

/**
 * Reads the title of an entry: its main link, in full where the visible one is cut. Null when the entry has no title.
 * `shared` are the addresses that several entries lead to: those of a category or a department, never the title's.
 */
export function readTitle(record: RecordRange, survey: Survey, shared: ReadonlySet<string>): TitlePart | null {
  const { leaves } = survey.layout;
  const all = anchorsOf(record, leaves);
  const own = all.filter((anchor) => !shared.has(anchor.attributes.href ?? '') && !isCategory(anchor, leaves));
  const anchor = mainAnchor(own, leaves, survey) ?? mainAnchor(all, leaves, survey);
  if (anchor === null) return null;
  const range = titleLeaves(anchor, leaves, survey);
  const visible = cleanTitle(joinLeaves(leaves, range.from, range.to));
  const title = fullTitle(visible, attributeTitles(anchor));
  if (title === '') return null;
  const taken = new Set<number>();
  for (let i = range.from; i < range.to; i++) taken.add(i);
  return { title, href: anchor.attributes.href?.trim() ?? null, leaves: taken };
}

/** Addresses to which more than one of the entries lead. */
export function sharedAddresses(records: readonly RecordRange[], survey: Survey): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const record of records) {
    const hrefs = new Set(anchorsOf(record, survey.layout.leaves).map((anchor) => anchor.attributes.href ?? ''));
    for (const href of hrefs) {
      if (isPlaceholder(href)) continue;
      if (seen.has(href)) shared.add(href);
      else seen.add(href);
    }
  }
  return shared;
}

/** [部门文件] before a title: a link with a bracket outside on either side. */
function isCategory(anchor: Box, leaves: readonly Leaf[]): boolean {
  return /[[【(（]$/.test(leaves[anchor.from - 1]?.text ?? '') && /^[\]】)）]/.test(leaves[anchor.to]?.text ?? '');
}

function anchorsOf(record: RecordRange, leaves: readonly Leaf[]): Box[] {
  const anchors: Box[] = [];
  for (let i = record.from; i < record.to; i++) {
    const { anchor } = leaves[i] as Leaf;
    if (anchor !== null && anchor !== anchors[anchors.length - 1]) anchors.push(anchor);
  }
  return anchors;
}

/**
 * The link with the longest text names the address; of several links to that address (picture, title, summary, [详细])
 * the one in a heading or with a title class, else the first real one, is the title.
 */
function mainAnchor(anchors: readonly Box[], leaves: readonly Leaf[], survey: Survey): Box | null {
  const named = anchors
    .map((anchor) => ({ anchor, text: anchorText(anchor, leaves, survey) }))
    .filter(({ text }) => text.length > 1 && !isControlText(text) && !/^(?:https?:\/\/|www\.)/.test(text));
  let longest = named[0];
  for (const one of named) if (longest && Math.min(one.text.length, 60) > Math.min(longest.text.length, 60)) longest = one;
  if (!longest) return null;
  const href = longest.anchor.attributes.href ?? '';
  const same = named.filter(({ anchor }) => (anchor.attributes.href ?? '') === href);
  return (same.find(({ anchor }) => marked(anchor)) ?? same.find(({ text }) => text.length >= 4) ?? longest).anchor;
}

function marked(anchor: Box): boolean {
  const { parent } = anchor;
  const names = `${anchor.attributes.class ?? ''} ${parent?.attributes.class ?? ''}`;
  return (parent !== null && HEADING.test(parent.tag)) || TITLE_CLASS.test(names);
}

function anchorText(anchor: Box, leaves: readonly Leaf[], survey: Survey): string {
  const { from, to } = titleLeaves(anchor, leaves, survey);
  return squeeze(joinLeaves(leaves, from, to));
}

/**
 * Leaves of a link that are its title. A link around a whole card also holds date, summary and marks:
 * then the line in a heading or with a title class, else the first line that is no date.
 */
function titleLeaves(anchor: Box, leaves: readonly Leaf[], survey: Survey): { from: number; to: number } {
  let first: { from: number; to: number } | null = null;
  for (let i = anchor.from; i < anchor.to; ) {
    const line = (leaves[i] as Leaf).line;
    let to = i;
    while (to < anchor.to && (leaves[to] as Leaf).line === line) to++;
    const run = withoutDates(i, to, leaves, survey);
    if (run.to > run.from && /[\p{L}\p{N}]/u.test(joinLeaves(leaves, run.from, run.to))) {
      if (first === null) first = run;
      if (headed(leaves[run.from] as Leaf, anchor)) return run;
      if (squeeze(joinLeaves(leaves, first.from, first.to)).length < 2) first = run;
    }
    i = to;
  }
  return first ?? { from: anchor.from, to: anchor.from };
}

/** Date boxes before or behind the title on its own line do not belong to it. */
function withoutDates(from: number, to: number, leaves: readonly Leaf[], survey: Survey): { from: number; to: number } {
  let start = from;
  let end = to;
  if (end - start > 1 && isDateText(leaves[end - 1] as Leaf, survey)) end--;
  while (end - start > 1 && isDateText(leaves[start] as Leaf, survey)) start++;
  if (end - start === 1 && isDateText(leaves[start] as Leaf, survey)) end = start;
  return { from: start, to: end };
}

/** A whole date, any other form in brackets or in an element of its own, or a mark such as NEW; a bare 4月21日 may open the title itself. */
function isDateText(leaf: Leaf, survey: Survey): boolean {
  const cell = readDateCell(leaf.text, survey.today ?? '2000-01-01');
  if (leaf.box.parent !== leaf.anchor && NEW_MARK.test(leaf.text)) return true;
  return cell !== null && (cell.form === 'date' || leaf.box.parent !== leaf.anchor || /^[[(（【]/.test(leaf.text));
}

function headed(leaf: Leaf, anchor: Box): boolean {
  for (let box = leaf.box.parent; box !== null && box !== anchor; box = box.parent) {
    if (/^h[1-6]$/.test(box.tag) || TITLE_CLASS.test(box.attributes.class ?? '')) return true;
  }
  return false;
}

/** Title attributes of the link and of what stands directly in it, the usual places of the uncut title. */
function attributeTitles(anchor: Box): string[] {
  const boxes = [anchor, ...anchor.kids, ...(anchor.parent ? [anchor.parent] : [])];
  return boxes.flatMap((box) => {
    const value = box.attributes.title;
    return value === undefined || value === '' ? [] : [attributeTitle(value)];
  });
}

/** Some systems write several fields into the attribute: 文章标题：… 作者：… 更新时间：… */
function attributeTitle(value: string): string {
  const named = /(?:文章)?标\s*题\s*[:：]\s*([^\r\n]+)/.exec(value);
  const first = named?.[1] ?? (value.includes('\n') && /作者|时间|点击/.test(value) ? (value.trim().split('\n')[0] as string) : value);
  return cleanTitle(first.replace(/(?:作\s*者|更新时间|发布时间|点击数?)\s*[:：].*$/, '').replace(/<[^>]{1,80}>/g, ''));
}

/** The longer of both when the visible title is a cut beginning of the attribute, else the visible one: it is what a reader sees. */
export function fullTitle(visible: string, attributes: readonly string[]): string {
  const seen = squeeze(visible).replace(/(?:\.{2,}|…+|⋯+|。{2,})$/, '');
  for (const attribute of attributes) {
    const full = squeeze(attribute);
    if (full.length > seen.length && full.startsWith(seen)) return attribute;
  }
  return visible;
}

function cleanTitle(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/^[\s·•▪■◆●○►▶»>・∙◇□]+|\s+$/g, '')
    .replace(/^(?:\[|【)?(?:置顶|顶|new)(?:\]|】)\s*/i, '');
}

/** A box set between the entries (相关视频, 大家还在搜): its own heading says so. */
export function isBoxed(record: RecordRange, survey: Survey): boolean {
  const first = survey.layout.leaves[record.from];
  return first !== undefined && /^(?:相关|更多|热门|推荐|大家)\S{0,6}$/.test(first.text) && first.text.length <= 8;
}

/** True when the entry leads somewhere of its own. */
export function leadsSomewhere(href: string | null): boolean {
  return href !== null && !isPlaceholder(href);
}
