import type { CalendarDate } from '../../core/date.ts';
import type { ListItem } from '../../evidence/facts.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { dateInUrl } from '../dates/url-date.ts';
import { isHidden } from '../markup/hidden.ts';
import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';
import { dateInAttributes } from './attribute-date.ts';
import { joinBlocks } from './blocks.ts';
import { columnTitles } from './column-titles.ts';
import { isOwnListMissing } from './empty-main.ts';
import { endOf, findGroups, type Group, type RecordRange, startOf } from './groups.ts';
import { joinLeads } from './lead.ts';
import { bearsPinMark, pinnedAtHead } from './pinned.ts';
import { isBoxed, leadsSomewhere, readTitle, sharedAddresses, type TitlePart } from './record.ts';
import { dateAt, readShownDate, type ShownDate } from './record-date.ts';
import { joinSideBySide } from './side-by-side.ts';
import type { Survey } from './survey.ts';
import { isPaged, type Place, readSigns, weigh } from './weigh.ts';
import { headingsOver, underHeading } from './year-heading.ts';
import { settleYears } from './years.ts';

/** One list of the page with its entries in reading order. */
export interface FoundList {
  items: ListItem[];
  /** How likely it is the main list, and what it is by itself, whatever it is headed. */
  weight: number;
  bulk: number;
  place: Place;
  /** The words that head it, the column's own name aside; null without any. */
  heading: string | null;
  /** Entries with a date, and whether a pager stands behind. */
  dated: number;
  paged: boolean;
  from: number;
  to: number;
  /** The boxes its entries stand in; null where no markup holds them. */
  group: Group | null;
}

/** Reads the parts of an entry in another way than by looks. */
export interface EntryReader {
  title(record: RecordRange): TitlePart | null;
  date(record: RecordRange, title: TitlePart): ShownDate | null;
}

interface Entry {
  title: string;
  href: string | null;
  shown: ShownDate | null;
  box: Box | null;
  pinned: boolean;
}

/** A list of titles without any date must be at least this long, with titles of this many letters on average, to be one. */
const UNDATED = { entries: 3, letters: 8 };
const MIN_WEIGHT = 6;
/** Groups looked into; a real page has a few dozen. */
const MOST_GROUPS = 200;

/** All lists of the page that do not overlap, the likeliest main list first. `names`: what the page calls its column, if it does. */
export function findLists(survey: Survey, clock: CalendarDate | null, names: readonly string[] = []): FoundList[] {
  const daysShown = (group: Group): CalendarDate[] => daysOf(group, survey, clock);
  const whole = joinBlocks(joinSideBySide(findGroups(survey), survey, daysShown), survey);
  const groups = joinLeads(whole, survey, daysShown);
  const signs = readSigns(survey, groups, names);
  const weighed = groups
    .map((group) => ({ group, ...weigh(group, survey, signs) }))
    .filter(({ bulk }) => bulk >= MIN_WEIGHT)
    .sort((a, b) => b.weight - a.weight || depth(b.group) - depth(a.group))
    .slice(0, MOST_GROUPS);
  const taken: { from: number; to: number }[] = [];
  const lists: FoundList[] = [];
  for (const { group, weight, bulk, place, heading } of weighed) {
    const from = startOf(group);
    const to = endOf(group);
    if (taken.some((t) => from < t.to && to > t.from)) continue;
    const items = readItems(group, survey, clock);
    if (!isList(items)) continue;
    taken.push({ from, to });
    if (lists.some((list) => isTwin(items, list.items))) continue;
    lists.push({
      items,
      weight,
      bulk,
      place,
      heading,
      dated: items.filter((i) => i.date !== null).length,
      paged: isPaged(group, signs),
      from,
      to,
      group,
    });
  }
  return lists.length > 0 && signs.crumb > 0 && isOwnListMissing(lists, survey, signs.names) ? [] : lists;
}

/** Days of a group's entries as shown, pins of position aside. */
function daysOf(group: Group, survey: Survey, clock: CalendarDate | null): CalendarDate[] {
  return readItems(group, survey, clock).flatMap(({ date, dateSource }) => (date === null || dateSource === 'url' ? [] : [date]));
}

function isList(items: readonly ListItem[]): boolean {
  if (items.some((item) => item.date !== null)) return true;
  const letters = items.reduce((sum, item) => sum + squeeze(item.title).length, 0);
  return items.length >= UNDATED.entries && letters >= items.length * UNDATED.letters;
}

/** The same list again, for another kind of screen or for a carousel to run round. */
function isTwin(items: readonly ListItem[], others: readonly ListItem[]): boolean {
  const keyOf = (item: ListItem): string => `${item.href}\n${item.title}\n${item.date}`;
  const known = new Set(others.map(keyOf));
  return items.every((item) => leadsSomewhere(item.href) && known.has(keyOf(item)));
}

function depth(group: Group): number {
  let n = 0;
  for (let box = group.box.parent; box !== null; box = box.parent) n++;
  return n;
}

/** Entries of a group in reading order; `by` reads their titles and dates when they are not to be found by looks. */
export function readItems(group: Group, survey: Survey, clock: CalendarDate | null, by?: EntryReader): ListItem[] {
  const reader = by ?? readerOf(group, survey);
  const entries: Entry[] = [];
  const known = new Set<string | null>();
  const headings = headingsOver(group.records, survey);
  for (const [i, record] of group.records.entries()) {
    const title = isBoxed(record, survey) ? null : reader.title(record);
    if (title === null || (record.box && isHidden(record.box) && known.has(title.href))) continue;
    known.add(title.href);
    const shown = group.beside === null ? reader.date(record, title) : dateAt(group.beside + i, survey);
    const texts = survey.layout.leaves.slice(record.from, record.to).map((leaf) => leaf.text);
    entries.push({
      title: title.title,
      href: title.href,
      shown: underHeading(shown, headings[i] ?? null),
      box: record.box,
      pinned: bearsPinMark(record.box, texts),
    });
  }
  const kept = withoutIntruders(withoutCounters(withAttributeDates(withTitleDates(entries)), clock));
  const dates = settleYears(kept, clock);
  const items = kept.map((entry, i): ListItem => {
    const read = dates[i] ?? null;
    return { title: entry.title, href: entry.href, date: read?.date ?? null, dateSource: read?.source ?? null, pinned: entry.pinned };
  });
  return withPins(withUrlDates(items));
}

/** Reads the entries of a group by looks. */
export function readerOf(group: Group, survey: Survey): EntryReader {
  const header = columnTitles(group, survey);
  const shared = sharedAddresses(group.records, survey);
  return {
    title: (record) => readTitle(record, survey, shared),
    date: (record, title) => readShownDate(record, title.leaves, survey, header),
  };
}

/** Among dated entries: boxes without a date that are no entry (short), and the headline that repeats the entry below it. */
function withoutIntruders(entries: Entry[]): Entry[] {
  const dated = entries.filter((e) => e.shown !== null);
  if (dated.length < entries.length * 0.6) return entries;
  const known = new Set(dated.filter((e) => leadsSomewhere(e.href)).map((e) => e.href));
  return entries.filter((e) => e.shown !== null || (squeeze(e.title).length >= 6 && !known.has(e.href)));
}

/**
 * Some templates print the date inside the link text: 标题 [2022-12-27]. Taken only where most entries of the list have it
 * at their end (or head), so that a title that merely ends in a date keeps it.
 */
function withTitleDates(entries: Entry[]): Entry[] {
  if (entries.length === 0 || entries.some((e) => e.shown !== null)) return entries;
  const split = entries.map((e) => splitTitleDate(e.title));
  if (split.filter((s) => s !== null).length < entries.length * 0.8) return entries;
  return entries.map((e, i) => ({ ...e, title: split[i]?.title ?? e.title, shown: split[i]?.shown ?? null }));
}

function splitTitleDate(title: string): { title: string; shown: ShownDate } | null {
  const m =
    /^(.{4,}?)\s*[[(（【]\s?([\d\-/.年月日]{5,11})\s?[\])）】]$/.exec(title) ?? /^(.{4,}?)\s+(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/.exec(title);
  const lead = m ?? /^[[(（【]?\s?(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s?[\])）】]?\s*(.{4,})$/.exec(title);
  if (lead === null) return null;
  const cell = readDateCell((m === null ? lead[1] : lead[2]) as string, null);
  if (cell?.form !== 'date' && cell?.form !== 'month-day') return null;
  return { title: (m === null ? lead[2] : lead[1]) as string, shown: cell };
}

/**
 * Numbers of readers beside 12-27 may look like its year: years stand at nearly all entries, run from new to old and are none
 * to come. Where they do not, month and day are all that is shown.
 */
function withoutCounters(entries: Entry[], clock: CalendarDate | null): Entry[] {
  const days = entries.flatMap(({ shown }) => (shown?.yearApart && shown.form === 'date' ? [shown.date] : []));
  if (days.length === 0) return entries;
  const rises = days.filter((day, i) => i > 0 && day > (days[i - 1] as CalendarDate)).length;
  const isYear = days.length >= entries.length * 0.8 && rises <= days.length * 0.2 && (clock === null || days.every((day) => day <= clock));
  if (isYear) return entries;
  return entries.map((entry) =>
    entry.shown?.yearApart && entry.shown.form === 'date' ? { ...entry, shown: monthDayOf(entry.shown.date) } : entry,
  );
}

function monthDayOf(date: CalendarDate): ShownDate {
  return { form: 'month-day', month: Number(date.slice(5, 7)), day: Number(date.slice(8)), time: null };
}

/** Where a whole list shows no date, the days that its entries keep in attributes. */
function withAttributeDates(entries: Entry[]): Entry[] {
  if (entries.some(({ shown }) => shown !== null)) return entries;
  // One of the first two has it, or nearly all have it not.
  if (entries.slice(0, 2).every(({ box }) => box === null || dateInAttributes(box) === null)) return entries;
  const kept = entries.map(({ box }) => (box === null ? null : dateInAttributes(box)));
  if (kept.filter((shown) => shown !== null).length < entries.length * 0.8) return entries;
  return entries.map((entry, i) => ({ ...entry, shown: kept[i] ?? null }));
}

/** Where a whole list shows no date, the days in its addresses are better than none. */
function withUrlDates(items: ListItem[]): ListItem[] {
  if (items.some((item) => item.date !== null)) return items;
  return items.map((item) => {
    const date = item.href === null ? null : dateInUrl(item.href);
    return date === null ? item : { ...item, date, dateSource: 'url' as const };
  });
}

function withPins(items: ListItem[]): ListItem[] {
  if (items.some((item) => item.pinned)) return items;
  const head = pinnedAtHead(items.map((item) => item.date));
  return items.map((item, i) => (i < head ? { ...item, pinned: true } : item));
}
