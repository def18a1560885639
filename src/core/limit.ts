import { addDays, addMonths, type CalendarDate, daysBetween } from './date.ts';

/** A time limit (更新时限): calendar days, weeks, months or years. Stored as ISO 8601 duration: P14D, P2W, P6M, P1Y. */
export type Limit = string;

const FORM = /^P(\d+)([DWMY])$/;

/** Whether a text is a limit of the form P2W, P10D, P6M or P1Y. */
export function isLimit(text: string): boolean {
  return FORM.test(text);
}

/**
 * The last day on which something updated on `from` is still in time.
 * P6M from 2022-06-15 is 2022-12-15: fine on that day, overdue on the 16th (seeds row M06).
 */
export function lastDayWithin(from: CalendarDate, limit: Limit): CalendarDate {
  const match = FORM.exec(limit);
  if (!match) throw new RangeError(`not a limit: ${limit}`);
  const n = Number(match[1]);
  if (match[2] === 'D') return addDays(from, n);
  if (match[2] === 'W') return addDays(from, n * 7);
  return addMonths(from, match[2] === 'Y' ? n * 12 : n);
}

/** Days left until the limit is passed: 0 on the last day in time, negative when overdue. */
export function daysLeft(from: CalendarDate, limit: Limit, today: CalendarDate): number {
  return daysBetween(today, lastDayWithin(from, limit));
}

/** The limit in the field's own words: 半年, 1年, 两周, 3个月, 10天. */
export function limitName(limit: Limit): string {
  const match = FORM.exec(limit);
  if (!match) throw new RangeError(`not a limit: ${limit}`);
  const n = Number(match[1]);
  if (limit === 'P6M') return '半年';
  if (limit === 'P14D' || limit === 'P2W') return '两周';
  return `${n}${{ D: '天', W: '周', M: '个月', Y: '年' }[match[2] as 'D' | 'W' | 'M' | 'Y']}`;
}
