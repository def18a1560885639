import type { CalendarDate } from '../../core/date.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { squeeze } from '../markup/plain.ts';
import type { Box } from '../markup/tree.ts';
import { dateInAttributes } from './attribute-date.ts';
import { leadsSomewhere } from './record.ts';
import type { ShownDate } from './shown-date.ts';

/** One entry as read by itself, before its neighbours are asked. */
export interface Entry {
  title: string;
  href: string | null;
  shown: ShownDate | null;
  box: Box | null;
  pinned: boolean;
}

/** What only the whole list tells of its entries: where they keep their days, which numbers are none, and what is no entry. */
export function tidyEntries(entries: Entry[], clock: CalendarDate | null): Entry[] {
  return withoutIntruders(withoutCounters(withAttributeDates(withTitleDates(entries)), clock));
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
