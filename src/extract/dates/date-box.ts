import { makeDate } from '../../core/date.ts';
import type { DateCell } from './date-cell.ts';

/**
 * Puts together what a split date box shows in two or three pieces: 27 + 2022-12, 12-27 + 2022, 2022 + 12 + 27, 12月 + 27.
 * Two bare numbers alone are no date.
 */
export function joinDateParts(parts: readonly DateCell[]): DateCell | null {
  const year = parts.find((p) => p.form === 'year');
  const yearMonth = parts.find((p) => p.form === 'year-month');
  const month = parts.find((p) => p.form === 'month');
  const monthDay = parts.find((p) => p.form === 'month-day');
  const days = parts.filter((p) => p.form === 'day');
  const [first, second] = days;

  if (parts.length === 2) {
    if (yearMonth && first) return whole(yearMonth.year, yearMonth.month, first.day);
    if (year && monthDay) return whole(year.year, monthDay.month, monthDay.day);
    if (month && first) return { form: 'month-day', month: month.month, day: first.day, time: null };
  }
  if (parts.length === 3 && year && first) {
    if (month) return whole(year.year, month.month, first.day);
    // 2022 / 12 / 27 reads down; 27 / 12 / 2022 reads up.
    if (second) return parts[0] === year ? whole(year.year, first.day, second.day) : whole(year.year, second.day, first.day);
  }
  return null;
}

function whole(year: number, month: number, day: number): DateCell | null {
  const date = makeDate(year, month, day);
  return date === null ? null : { form: 'date', date, time: null, exact: true };
}
