import type { CalendarDate } from '../core/date.ts';
import { type WorkCalendar, workingDaysBetween } from '../core/work-calendar.ts';
import type { ProblemEvent } from './event.ts';
import { project } from './project.ts';
import type { LedgerEntry } from './reconcile-input.ts';
import { inStock, waitsForUnit } from './status.ts';

/** Whether a hand-over is one of those a sealed report (整改情况扫描件) is about. */
export type HandOverFilter = (event: ProblemEvent) => boolean;

/** A problem as the sealed report speaks of it. */
export interface ReportedProblem {
  id: string;
  /** The unit's last answer or objection since the hand-over; null while there is none. */
  answer: { act: 'reported_fixed' | 'disputed'; day: CalendarDate; text: string; by: string } | null;
  /** An answer is owed and missing: the report cannot be taken. */
  missing: boolean;
  /** The last permitted day of the hand-over. */
  due: CalendarDate | null;
}

/** What a report says of a problem; null when no such hand-over gave it to the unit, or it was taken back since. */
export function reportedProblem({ problem, events }: LedgerEntry, isAbout: HandOverFilter): ReportedProblem | null {
  const handed = events.findLast((event) => event.act === 'handed_over' && isAbout(event));
  if (!handed) return null;
  const { status } = project(events);
  if (!inStock(status) && status !== 'closed') return null;
  const said = events.findLast(({ seq, act }) => seq > handed.seq && (act === 'reported_fixed' || act === 'disputed'));
  const overruled = said?.act === 'disputed' && status !== 'disputed';
  const answer =
    said && !overruled
      ? { act: said.act as 'reported_fixed' | 'disputed', day: said.day, text: said.reason ?? '', by: said.by.name }
      : null;
  const { due } = handed.data;
  // What a recheck found put right without a word of the unit needs none any more; no act would take one.
  return { id: problem.id, answer, missing: answer === null && waitsForUnit(status), due: typeof due === 'string' ? due : null };
}

/** The last day for the report: that of the problem with the most time. Null where no problem has a day. */
export function reportDue(problems: readonly ReportedProblem[]): CalendarDate | null {
  return problems.reduce<CalendarDate | null>((last, { due }) => (due !== null && (last === null || due > last) ? due : last), null);
}

/** Working days a report came after its last day; 0 in time, and on days off right after it (seeds P07). */
export const lateWorkingDays = (due: CalendarDate | null, on: CalendarDate, calendar: WorkCalendar): number =>
  due === null ? 0 : Math.max(0, workingDaysBetween(due, on, calendar).days);
