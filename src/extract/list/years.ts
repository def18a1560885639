import { type CalendarDate, daysBetween, makeDate } from '../../core/date.ts';
import { dateInUrl } from '../dates/url-date.ts';
import type { ShownDate } from './shown-date.ts';

/** A date as read and where it comes from; `inferred` = the year, or the day of 今天, was worked out. */
export interface ReadDate {
  date: CalendarDate;
  source: 'visible' | 'url' | 'inferred';
}

/** How far the day shown may lie from the day in the address and still lend its year (entries are typed in months later). */
const ADDRESS_REACH = 180;

/**
 * Gives every entry its date. A day without year takes it from the date in its own address, else from the entry before
 * (lists run from new to old, so it is the nearest such day not later), else from the entry behind, else the last such day
 * up to `clock`. Without any of these it stays null: a guessed year would be a guessed verdict.
 */
export function settleYears(
  entries: readonly { shown: ShownDate | null; href: string | null }[],
  clock: CalendarDate | null,
): (ReadDate | null)[] {
  const dates = entries.map(({ shown, href }): ReadDate | null => {
    if (shown === null) return null;
    if (shown.form === 'date') return { date: shown.date, source: shown.exact ? 'visible' : 'inferred' };
    const address = href === null ? null : dateInUrl(href);
    const near = address === null ? null : nearest(shown.month, shown.day, address);
    return near !== null && Math.abs(daysBetween(near, address as string)) <= ADDRESS_REACH ? { date: near, source: 'inferred' } : null;
  });
  const behind = nextDated(dates);
  let before: CalendarDate | null = null;
  for (const [i, { shown }] of entries.entries()) {
    if (dates[i] === null && shown?.form === 'month-day') {
      const date = yearBy(shown.month, shown.day, before, behind[i] ?? null, clock);
      if (date !== null) dates[i] = { date, source: 'inferred' };
    }
    before = dates[i]?.date ?? before;
  }
  return dates;
}

function yearBy(
  month: number,
  day: number,
  before: CalendarDate | null,
  behind: CalendarDate | null,
  clock: CalendarDate | null,
): CalendarDate | null {
  if (before !== null) return upTo(month, day, before, 3);
  if (behind !== null) return from(month, day, behind, clock);
  return clock === null ? null : upTo(month, day, clock, 1);
}

/** For every entry the date of the next dated one behind it. */
function nextDated(dates: readonly (ReadDate | null)[]): (CalendarDate | null)[] {
  const next: (CalendarDate | null)[] = [];
  let known: CalendarDate | null = null;
  for (let i = dates.length - 1; i >= 0; i--) {
    next[i] = known;
    known = dates[i]?.date ?? known;
  }
  return next;
}

/** The last such day not later than `limit`, with a few days of slack for entries slightly out of order. */
function upTo(month: number, day: number, limit: CalendarDate, slack: number): CalendarDate | null {
  const year = Number(limit.slice(0, 4));
  for (let y = year + 1; y >= year - 8; y--) {
    const date = makeDate(y, month, day);
    if (date && daysBetween(limit, date) <= slack) return date;
  }
  return null;
}

/** The first such day not earlier than `limit`, but not after `clock`. */
function from(month: number, day: number, limit: CalendarDate, clock: CalendarDate | null): CalendarDate | null {
  const year = Number(limit.slice(0, 4));
  for (let y = year; y <= year + 4; y++) {
    const date = makeDate(y, month, day);
    if (date && date >= limit) return clock !== null && date > clock ? nearest(month, day, limit) : date;
  }
  return null;
}

function nearest(month: number, day: number, to: CalendarDate): CalendarDate | null {
  const year = Number(to.slice(0, 4));
  const days = [year - 1, year, year + 1].map((y) => makeDate(y, month, day)).filter((d) => d !== null);
  return days.reduce<CalendarDate | null>(
    (a, b) => (a === null || Math.abs(daysBetween(to, b)) < Math.abs(daysBetween(to, a)) ? b : a),
    null,
  );
}
