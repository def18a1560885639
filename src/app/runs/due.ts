import { type CalendarDate, dateAt, type Instant } from '../../core/date.ts';
import { isWorkingDay, type WorkCalendar } from '../../core/work-calendar.ts';

/** Kinds of runs. `daily` = all looks of a working day; `probe-07` = one round of availability visits in that hour. */
export type RunKind = 'daily' | `probe-${string}` | 'probes';

const DAILY_FROM_HOUR = 6;
/** 国办秘函〔2019〕19号 wants at least 20 visits a day: one an hour gives 24. */
const hourOf = (now: Instant): number => new Date(Date.parse(now) + 8 * 3_600_000).getUTCHours();

/**
 * What is due for an area at a moment, since the last finished look, not by a clock that may have slept: a machine that
 * was off in the morning does the day's run when it wakes, once, and never tries to look at days that are gone.
 */
export function dueRuns(now: Instant, done: ReadonlySet<string>, calendar: WorkCalendar): { day: CalendarDate; kind: RunKind }[] {
  const day = dateAt(now);
  const hour = hourOf(now);
  const probe: RunKind = `probe-${String(hour).padStart(2, '0')}`;
  const kinds: RunKind[] = [probe];
  if (hour >= DAILY_FROM_HOUR && isWorkingDay(day, calendar).working) kinds.push('daily');
  return kinds.filter((kind) => !done.has(`${day} ${kind}`)).map((kind) => ({ day, kind }));
}
