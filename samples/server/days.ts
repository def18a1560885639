import { addDays, type CalendarDate, weekdayOf } from '../../src/core/date.ts';

/** Longer public holidays of the years the samples cover, first and last day; offices publish nothing then. */
const HOLIDAYS: readonly (readonly [CalendarDate, CalendarDate])[] = [
  ['2019-02-04', '2019-02-10'],
  ['2019-10-01', '2019-10-07'],
  ['2020-01-24', '2020-02-02'],
  ['2020-10-01', '2020-10-08'],
  ['2021-02-11', '2021-02-17'],
  ['2021-10-01', '2021-10-07'],
  ['2022-01-31', '2022-02-06'],
  ['2022-10-01', '2022-10-07'],
  ['2023-01-21', '2023-01-27'],
];

export function isOfficeDay(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.some(([first, last]) => first <= date && date <= last);
}

/** The date itself or the next day on which an office works. */
export function officeDayFrom(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isOfficeDay(day)) day = addDays(day, 1);
  return day;
}
