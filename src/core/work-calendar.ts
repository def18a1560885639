import shippedYears from './data/work-years.json' with { type: 'json' };
import { addDays, type CalendarDate } from './date.ts';
import { checkWorkYear, isWeekend, type WorkYear, YEAR_END_FROM } from './work-calendar-year.ts';

/** 工作日历: the plain week and the exceptions of every year whose 放假安排 is known. */
export interface WorkCalendar {
  years: ReadonlyMap<number, WorkYear>;
  exceptions: ReadonlyMap<CalendarDate, 'off' | 'worked'>;
}

/** Whether an answer rests on a year whose arrangement is not known, and the sentence that says so. */
export interface Provisional {
  provisional: boolean;
  /** 2027年放假安排尚未公布，暂按周末推算; null when nothing is provisional. */
  note: string | null;
}

/**
 * The calendar of the shipped years, overlaid by rows an operator entered (a row replaces the shipped one of its year).
 * @throws bad-input when an overlaid row names an impossible day.
 */
export function workCalendar(overlays: readonly WorkYear[] = []): WorkCalendar {
  const years = new Map<number, WorkYear>((shippedYears as WorkYear[]).map((row) => [row.year, row]));
  for (const row of overlays) years.set(row.year, checkWorkYear(row));
  const exceptions = new Map<CalendarDate, 'off' | 'worked'>();
  // Later years last: the notice for a year has the last word on the December days before it.
  for (const [, row] of [...years].sort(([a], [b]) => a - b)) {
    for (const day of row.holidays) exceptions.set(day, 'off');
    for (const day of row.workdays) exceptions.set(day, 'worked');
  }
  return { years, exceptions };
}

/** The calendar as shipped. */
export const WORK_CALENDAR: WorkCalendar = workCalendar();

const isWorked = (day: CalendarDate, calendar: WorkCalendar): boolean => {
  const exception = calendar.exceptions.get(day);
  return exception === undefined ? !isWeekend(day) : exception === 'worked';
};

/** The year whose missing notice could change this day, or null. */
function missingYear(day: CalendarDate, calendar: WorkCalendar): number | null {
  const year = Number(day.slice(0, 4));
  if (!calendar.years.has(year)) return year;
  return day.slice(5) >= YEAR_END_FROM && !calendar.years.has(year + 1) ? year + 1 : null;
}

function provisionalBy(missing: Iterable<number>, calendar: WorkCalendar): Provisional {
  const years = [...new Set(missing)].sort((a, b) => a - b);
  if (years.length === 0) return { provisional: false, note: null };
  const first = Math.min(...calendar.years.keys());
  const why = (years[0] as number) < first ? '放假安排未收录' : '放假安排尚未公布';
  return { provisional: true, note: `${years.map((year) => `${year}年`).join('、')}${why}，暂按周末推算` };
}

/** Whether a day is a working day (工作日), make-up weekends included. */
export function isWorkingDay(day: CalendarDate, calendar: WorkCalendar): { working: boolean } & Provisional {
  const year = missingYear(day, calendar);
  return { working: isWorked(day, calendar), ...provisionalBy(year === null ? [] : [year], calendar) };
}

/** Every month has 28 days: within them the next day is the next number, which is what lists of old deadlines are made of. */
function dayAfter(day: CalendarDate): CalendarDate {
  const number = Number(day.slice(8));
  return number < 28 ? `${day.slice(0, 8)}${String(number + 1).padStart(2, '0')}` : addDays(day, 1);
}

/** Walks day by day until `stop`, collecting the years that are missing on the way. */
function walk(from: CalendarDate, calendar: WorkCalendar, stop: (day: CalendarDate) => boolean): { day: CalendarDate } & Provisional {
  const missing = new Set<number>();
  for (let day = from; ; day = dayAfter(day)) {
    const year = missingYear(day, calendar);
    if (year !== null) missing.add(year);
    if (stop(day)) return { day, ...provisionalBy(missing, calendar) };
  }
}

/**
 * The last of `n` working days, counting from the day after `from` (the day itself is never counted).
 * @throws RangeError unless n is a whole number from 1 to 1000.
 */
export function addWorkingDays(from: CalendarDate, n: number, calendar: WorkCalendar): { day: CalendarDate } & Provisional {
  if (!Number.isInteger(n) || n < 1 || n > 1000) throw new RangeError(`working days to add must be 1 to 1000: ${n}`);
  let left = n;
  return walk(addDays(from, 1), calendar, (day) => isWorked(day, calendar) && --left === 0);
}

/** The day itself when it is worked, else the first working day after it. */
export function nextWorkingDayOnOrAfter(day: CalendarDate, calendar: WorkCalendar): { day: CalendarDate } & Provisional {
  return walk(day, calendar, (at) => isWorked(at, calendar));
}

/** Working days after `from` up to and including `to`, the inverse of addWorkingDays; negative when `to` is earlier. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, calendar: WorkCalendar): { days: number } & Provisional {
  if (to < from) {
    const { days, ...rest } = workingDaysBetween(to, from, calendar);
    return { days: -days, ...rest };
  }
  if (from === to) return { days: 0, provisional: false, note: null };
  let days = 0;
  const { provisional, note } = walk(addDays(from, 1), calendar, (day) => {
    if (isWorked(day, calendar)) days += 1;
    return day === to;
  });
  return { days, provisional, note };
}
