import type { CalendarDate } from '../core/date.ts';
import { type WorkCalendar, workingDaysBetween } from '../core/work-calendar.ts';
import { inStock, type ProblemStatus, waitsForUnit } from './status.ts';

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

/** What there is of a problem to be told: how it stands, and the unit's last word since it was handed over. */
export interface Handed {
  id: string;
  status: ProblemStatus;
  due: CalendarDate | null;
  said: ReportedProblem['answer'];
}

/** What a report says of a problem that was handed over; null when it was taken back since. */
export function reportedProblem({ id, status, due, said }: Handed): ReportedProblem | null {
  if (!inStock(status) && status !== 'closed') return null;
  const overruled = said?.act === 'disputed' && status !== 'disputed';
  const answer = overruled ? null : said;
  // What a recheck found put right without a word of the unit needs none any more; no act would take one.
  return { id, answer, missing: answer === null && waitsForUnit(status), due };
}

/** The last day for the report: that of the problem with the most time. Null where no problem has a day. */
export function reportDue(problems: readonly ReportedProblem[]): CalendarDate | null {
  return problems.reduce<CalendarDate | null>((last, { due }) => (due !== null && (last === null || due > last) ? due : last), null);
}

/** Working days a report came after its last day; 0 in time, and on days off right after it (seeds P07). */
export const lateWorkingDays = (due: CalendarDate | null, on: CalendarDate, calendar: WorkCalendar): number =>
  due === null ? 0 : Math.max(0, workingDaysBetween(due, on, calendar).days);
