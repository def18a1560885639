import type { CalendarDate } from '../../core/date.ts';
import type { ListItem } from '../../evidence/facts.ts';
import { dateInUrl } from '../dates/url-date.ts';
import { isHidden } from '../markup/hidden.ts';
import { squeeze } from '../markup/plain.ts';
import { joinBlocks } from './blocks.ts';
import { columnTitles } from './column-titles.ts';
import { isOwnListMissing } from './empty-main.ts';
import { type Entry, tidyEntries } from './entries.ts';
import { endOf, findGroups, type Group, startOf } from './groups.ts';
import { joinLeads } from './lead.ts';
import { bearsPinMark, pinnedAtHead } from './pinned.ts';
import { isBoxed, leadsSomewhere, readTitle, sharedAddresses, type TitlePart } from './record.ts';
import { dateAt, readShownDate } from './record-date.ts';
import type { RecordRange } from './record-range.ts';
import type { ShownDate } from './shown-date.ts';
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
  const kept = tidyEntries(entries, clock);
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
