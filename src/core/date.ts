/** A calendar date `YYYY-MM-DD` in Asia/Shanghai. Compare with `<`, sort as text. */
export type CalendarDate = string;
/** A moment as ISO 8601 in UTC with milliseconds, `2022-12-27T01:00:00.000Z`. */
export type Instant = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000; // no summer time since 1991
const DAY_MS = 86_400_000;

const toMs = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);
const fromMs = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10);

/** True for a real date in the exact form `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toMs(text)) && fromMs(toMs(text)) === text;
}

/** Builds a date from numbers (month 1-12); null when there is no such day. */
export function makeDate(year: number, month: number, day: number): CalendarDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}

/** Days later, or earlier where `days` is negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromMs(toMs(date) + days * DAY_MS);
}

/** Calendar months, not 30-day steps; a day the month lacks becomes its last day (08-31 + 6 months = 02-28). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const index = y * 12 + (m - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return makeDate(year, month, Math.min(d, last)) as CalendarDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toMs(date)).getUTCDay();
}

/** The calendar date in Shanghai at a moment. */
export function dateAt(instant: Instant): CalendarDate {
  return fromMs(Date.parse(instant) + SHANGHAI_OFFSET_MS);
}

/** The moment of a Shanghai wall-clock time, `instantOf('2022-12-27', '09:00')`. */
export function instantOf(date: CalendarDate, time = '00:00'): Instant {
  return new Date(Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`) - SHANGHAI_OFFSET_MS).toISOString();
}

/** The Shanghai wall-clock time of a moment, `09:05`. */
export function clockAt(instant: Instant): string {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** `2022年12月27日`, no leading zeros, as official documents write it. */
export function chineseDate(date: CalendarDate): string {
  const [y, m, d] = date.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}
