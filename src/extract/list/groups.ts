import type { Box } from '../markup/tree.ts';
import { datesBeside } from './dates-beside.ts';
import type { RecordRange } from './record-range.ts';
import { type Survey, within } from './survey.ts';

/** Entries side by side under one box: a list, a table body, a row of cards, a definition list, or a flat run of links and dates. */
export interface Group {
  box: Box;
  records: RecordRange[];
  /** First leaf of a column of dates that stands beside the titles, one for each entry in the same order; null without one. */
  beside: number | null;
}

/** First leaf of a group. */
export function startOf({ records }: Group): number {
  return records[0]?.from ?? 0;
}

/** First leaf behind a group; entries of columns side by side need not end with the last. */
export function endOf({ records }: Group): number {
  return records.reduce((end, { to }) => Math.max(end, to), 0);
}

/** An entry holds one title, rarely a category or department link beside it, and one date, rarely two (submitted, answered). */
const MOST_LINKS = 4;
const MOST_DATES = 4;
/** With short links beside the title (图解, 视频解读, 附件1 …) there may be more. */
const MOST_TAGS = 12;
const MOST_LETTERS = 2_000;

/** All places of a page that repeat entries. Groups may lie inside one another; choosing among them is the caller's. */
export function findGroups(survey: Survey): Group[] {
  const groups = new Set<Group>();
  const single = new Map<Box, Group>();
  const entries = new Set<Box>();
  const stack: Box[] = [survey.layout.root];
  for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
    if (box.to === box.from && box.parent !== null) continue;
    if (within(survey.links, box.from, box.to) > 0 || within(survey.dates, box.from, box.to) > 0) {
      const records = entriesOf(box, survey);
      if (isRun(records))
        for (const record of records) if (record.box && within(survey.dates, record.from, record.to) > 0) entries.add(record.box);
      const lone = records.length === 1 || records[0]?.box === null;
      if (records.length > 0 && !(lone && isInside(box, entries))) {
        const group = { box, records, beside: datesBeside(records, survey) };
        groups.add(group);
        const [only] = records;
        if (records.length === 1 && only?.box) {
          const outer = outerEntry(only.box, single, survey);
          if (outer) groups.delete(outer);
          single.set(only.box, group);
        }
      }
      for (let i = box.kids.length - 1; i >= 0; i--) stack.push(box.kids[i] as Box);
    }
  }
  return [...groups];
}

/** Rows by their tag, other boxes from three on, are entries beyond doubt. */
function isRun(records: readonly RecordRange[]): boolean {
  return records.length >= 3 || (records.length === 2 && /^(?:li|tr|p|dl|dd)$/.test(records[0]?.box?.tag ?? ''));
}

/** A lone entry, or loose texts, within an entry of a longer list are that entry seen from inside. */
function isInside(inner: Box, entries: ReadonlySet<Box>): boolean {
  let box: Box | null = inner;
  for (let up = 0; up < LEVELS_TO_ROW && box !== null; up++, box = box.parent) if (entries.has(box)) return true;
  return false;
}

/** Levels between a table taken for an entry and its one row. */
const LEVELS_TO_ROW = 4;

/** A table with one row under its column titles is a list of that row, not an entry itself. */
function outerEntry(row: Box, single: ReadonlyMap<Box, Group>, survey: Survey): Group | undefined {
  const dates = within(survey.dates, row.from, row.to);
  let box = row.parent;
  for (let up = 0; up < LEVELS_TO_ROW && box !== null; up++, box = box.parent) {
    const outer = single.get(box);
    if (outer !== undefined) return dates > 0 && within(survey.dates, box.from, box.to) === dates ? outer : undefined;
  }
  return undefined;
}

function entriesOf(box: Box, survey: Survey): RecordRange[] {
  const whole = wholeEntries(box, survey).flatMap((entry) => entriesOfRow(entry, survey));
  const dated = whole.filter((r) => within(survey.dates, r.from, r.to) > 0).length;
  if (dated >= 2) return whole;
  const cut = cutEntries(box, survey);
  if (cut.length > dated) return cut;
  return whole.length >= 2 || dated > 0 ? whole : [];
}

/** Some tables set two or three entries to a row: titles and dates take turns in it, and each title leads elsewhere. */
function entriesOfRow(row: RecordRange, survey: Survey): RecordRange[] {
  const links = within(survey.links, row.from, row.to);
  if (links < 2 || links !== within(survey.dates, row.from, row.to)) return [row];
  const starts: number[] = [];
  const hrefs = new Set<string>();
  let lead: 'title' | 'date' | null = null;
  let last: 'title' | 'date' | null = null;
  for (let at = row.from; at < row.to; at++) {
    const isTitle = within(survey.links, at, at + 1) > 0;
    const isDate = within(survey.dates, at, at + 1) > 0;
    if (!isTitle && !isDate) continue;
    const now = isTitle ? 'title' : 'date';
    if ((isTitle && isDate) || now === last) return [row];
    lead ??= now;
    last = now;
    if (now === lead) starts.push(at);
    if (isTitle) hrefs.add(survey.layout.leaves[at]?.anchor?.attributes.href ?? '');
  }
  if (hrefs.size < links) return [row];
  return starts.map((at, i) => ({ from: i === 0 ? row.from : at, to: starts[i + 1] ?? row.to, box: null }));
}

/** Children that are entries by themselves; of several kinds of children the most frequent kind. */
function wholeEntries(box: Box, survey: Survey): RecordRange[] {
  const kinds = new Map<string, RecordRange[]>();
  for (const kid of box.kids) {
    if (!isEntry(kid, survey)) continue;
    const list = kinds.get(kid.tag);
    if (list) list.push({ from: kid.from, to: kid.to, box: kid });
    else kinds.set(kid.tag, [{ from: kid.from, to: kid.to, box: kid }]);
  }
  let best: RecordRange[] = [];
  for (const list of kinds.values()) if (weight(list, survey) > weight(best, survey)) best = list;
  return areParts(best) || areBlocks(best, box, survey) ? [] : withoutStrangers(best, survey);
}

/** Lists of one entry each, beside lists of the same tag that hold several (one per month), are blocks and no entries. */
function areBlocks(records: readonly RecordRange[], box: Box, survey: Survey): boolean {
  const tag = records[0]?.box?.tag ?? '';
  if (!BLOCK_TAGS.has(tag)) return false;
  const entries = new Set(records.map((record) => record.box));
  return box.kids.some(
    (kid) => kid.tag === tag && !entries.has(kid) && within(survey.dates, kid.from, kid.to) > 1 && innerEntries(kid, survey) > 1,
  );
}
const BLOCK_TAGS = new Set(['ul', 'ol', 'dl', 'tbody']);

/** Parts of a page (list, foot) hold a link and a date too, but no two of them are built alike. */
function areParts(records: readonly RecordRange[]): boolean {
  if (records.length < 2 || !/^(?:div|section|table|form|center|main|article)$/.test(records[0]?.box?.tag ?? '')) return false;
  const builds = new Set(
    records.map(({ box }) =>
      box?.kids
        .flatMap((kid) => (kid.tag === '#text' ? [] : [kid.tag]))
        .slice(0, 3)
        .join('>'),
    ),
  );
  const names = new Set(records.map(({ box }) => box?.attributes.class ?? ''));
  return builds.size === records.length && (names.has('') || names.size === records.length);
}

/** Undated neighbours of dated entries belong to them only when they bear the same class. */
function withoutStrangers(records: RecordRange[], survey: Survey): RecordRange[] {
  const classOf = (r: RecordRange): string => (r.box?.attributes.class ?? '').trim().split(/\s/, 1)[0] as string;
  const isDated = (r: RecordRange): boolean => within(survey.dates, r.from, r.to) > 0;
  const classes = new Set(records.filter(isDated).map(classOf));
  return classes.size === 0 ? records : records.filter((r) => isDated(r) || classes.has(classOf(r)));
}

function weight(records: readonly RecordRange[], survey: Survey): number {
  return records.reduce((sum, r) => sum + (within(survey.dates, r.from, r.to) > 0 ? 4 : 1), 0);
}

function isEntry(box: Box, survey: Survey): boolean {
  if (box.tag === '#text' || box.tag === 'marquee' || box.to === box.from || within(survey.frame, box.from, box.to) > 0) return false;
  const links = within(survey.links, box.from, box.to);
  const dates = within(survey.dates, box.from, box.to);
  if (links < 1 || dates > MOST_DATES || within(survey.letters, box.from, box.to) > MOST_LETTERS) return false;
  if (links > MOST_LINKS && (links > MOST_TAGS || within(survey.longLinks, box.from, box.to) > 2)) return false;
  return links < 2 || dates < 2 || innerEntries(box, survey) < 2;
}

/** Smallest boxes inside that hold a link and a date of their own: two of them make the box a list, not an entry. */
function innerEntries(box: Box, survey: Survey): number {
  let entries = 0;
  const stack = [...box.kids];
  for (let kid = stack.pop(); kid !== undefined; kid = stack.pop()) {
    if (within(survey.links, kid.from, kid.to) === 0 || within(survey.dates, kid.from, kid.to) === 0) continue;
    const inner = kid.kids.filter((k) => within(survey.links, k.from, k.to) > 0 && within(survey.dates, k.from, k.to) > 0);
    if (inner.length === 0) entries++;
    else for (const one of inner) stack.push(one);
  }
  return entries;
}

/**
 * Entries that are not wrapped: `<a>title</a> 2022-12-27<br>`, `<dt>title<dd>date`, two table rows per entry.
 * Children with a title and children with a date must take turns; which comes first tells where an entry begins.
 */
function cutEntries(box: Box, survey: Survey): RecordRange[] {
  const starts: number[] = [];
  let titles = 0;
  let dates = 0;
  let lead: 'title' | 'date' | null = null;
  let last: 'title' | 'date' | null = null;
  let turns = 0;
  let end = box.from;
  for (const kid of box.kids) {
    const links = within(survey.links, kid.from, kid.to);
    const dated = within(survey.dates, kid.from, kid.to);
    if (links === 0 && dated === 0) continue;
    if (links > 1 || dated > 2 || (links > 0 && dated > 0) || within(survey.letters, kid.from, kid.to) > 300) return [];
    const now = links > 0 ? 'title' : 'date';
    lead ??= now;
    if (now === 'title') titles++;
    else dates++;
    if (now !== last) turns++;
    if (now === lead) starts.push(kid.from);
    last = now;
    end = kid.to;
  }
  if (titles === 0 || dates === 0 || turns < (titles + dates) * 0.8) return [];
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? Math.max(end, from + 1), box: null }));
}
