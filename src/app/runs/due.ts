import { type CalendarDate, dateAt, daysBetween, type Instant } from '../../core/date.ts';
import { isWithin } from '../../core/hours.ts';
import { isWorkingDay, type WorkCalendar } from '../../core/work-calendar.ts';
import type { AreaSettings } from '../area-settings.ts';

/**
 * Kinds of runs. `daily` = all looks of a working day; `probe-07` = one round of availability visits in that hour;
 * `sweep` = every page of every site, at night; `sweep-now` = one that somebody asked for; `recheck-…` = the looks of a day
 * at some channels only, asked for to recheck problems; `again-…` = the same because somebody wanted to see how things stand now.
 */
export type RunKind = 'daily' | 'sweep' | 'sweep-now' | `probe-${string}` | 'probes' | `recheck-${string}` | `again-${string}`;

/** Whether a run looks at its channels once more that day because somebody asked (立即监测). */
export const looksAgain = (kind: string): boolean => kind.startsWith('again-');

/** Whether a run looks at its channels as the run of a day does. */
export const looksWhole = (kind: string): boolean => kind === 'daily' || kind.startsWith('recheck-') || looksAgain(kind);

const DAILY_FROM_HOUR = 6;
/** 国办秘函〔2019〕19号 wants at least 20 visits a day: one an hour gives 24. */
const hourOf = (now: Instant): number => new Date(Date.parse(now) + 8 * 3_600_000).getUTCHours();

/** What has been begun: `2026-11-20 daily`, and the day of the last sweep. */
export interface Begun {
  runs: ReadonlySet<string>;
  lastSweep: CalendarDate | null;
}

/**
 * What is due for an area at a moment, since the last look, not by a clock that may have slept: a machine that was off in
 * the morning does the day's run when it wakes, once, and never tries to look at days that are gone. An area whose sites
 * may be looked at in certain hours only has its day begun in them.
 */
export function dueRuns(
  now: Instant,
  begun: Begun,
  calendar: WorkCalendar,
  { looking, sweep }: Pick<AreaSettings, 'looking' | 'sweep'>,
): { day: CalendarDate; kind: RunKind }[] {
  const day = dateAt(now);
  const hour = hourOf(now);
  const kinds: RunKind[] = [`probe-${String(hour).padStart(2, '0')}`];
  const open = looking.hours === null ? hour >= DAILY_FROM_HOUR : isWithin(looking.hours, now);
  if (open && isWorkingDay(day, calendar).working) kinds.push('daily');
  const rested = begun.lastSweep === null || daysBetween(begun.lastSweep, day) >= sweep.everyDays;
  if (sweep.everyDays > 0 && rested && isWithin(sweep.hours, now)) kinds.push('sweep');
  return kinds.filter((kind) => !begun.runs.has(`${day} ${kind}`)).map((kind) => ({ day, kind }));
}
