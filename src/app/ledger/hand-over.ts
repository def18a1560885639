import type { CalendarDate, Instant } from '../../core/date.ts';
import { type Deadline, type DeadlineTerm, deadlineData, makeDeadline } from '../../ledger/deadline.ts';
import type { Actor, Problem } from '../../ledger/event.ts';
import { AT_ONCE } from '../../ledger/grave.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { ProblemStatus } from '../../ledger/status.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type App, loadCalendar } from '../open.ts';
import { actOnProblems } from './act.ts';

/** Confirmed and not yet given to the unit, or found unfixed since: what a hand-over sets a deadline for. */
export const TO_HAND_OVER: readonly ProblemStatus[] = ['confirmed', 'not_rectified', 'partly_rectified'];

export interface HandOver {
  /** Ids of the problems; null = every one that waits to be handed over for the first time. */
  only: ReadonlySet<string> | null;
  /** Where the deadline comes from, as the unit reads it. */
  clause: string;
  day: CalendarDate;
  at: Instant;
  by: Actor;
  /** Id of the notice it is done by, kept with each hand-over; what it handed over once it does not hand over again. */
  notice?: string;
  /** Notices whose hand-overs stand for this one's: those it corrects in words alone. */
  standing?: ReadonlySet<string>;
}

/** 交办: gives problems to their units with the area's deadline in working days, the gravest at once (seeds P02, P03, P14). Answers how many. */
export async function handOver(app: App, areaId: string, order: HandOver): Promise<number> {
  const { only, clause, day, at, by, notice, standing } = order;
  const isBy = (id: unknown): boolean => typeof id === 'string' && (id === notice || (standing?.has(id) ?? false));
  const deadlineOf = await deadlines(app, areaId, { day, clause });
  const isDone = ({ events }: LedgerEntry): boolean => events.some((one) => one.act === 'handed_over' && isBy(one.data.notice));
  const events = await actOnProblems(
    app,
    areaId,
    (entry, { status }) => {
      if (only === null) return status === 'confirmed';
      return only.has(entry.problem.id) && TO_HAND_OVER.includes(status) && (notice === undefined || !isDone(entry));
    },
    ({ problem }) => ({ act: 'handed_over', at, day, by, data: { ...deadlineData(deadlineOf(problem)), ...(notice ? { notice } : {}) } }),
  );
  return events.length;
}

/**
 * The deadline of each problem handed over on a day: the area's working days, or the `term` that was chosen; the gravest at
 * once whatever was chosen (seeds P03, P14). @throws bad-input for a term that cannot be.
 */
export async function deadlines(
  app: Pick<App, 'db'>,
  areaId: string,
  order: { day: CalendarDate; clause: string; term?: DeadlineTerm | null },
): Promise<(problem: Pick<Problem, 'category'>) => Deadline> {
  const { day, clause, term } = order;
  const { rectifyWithinWorkingDays: days } = await readAreaSettings(app.db, areaId);
  const calendar = await loadCalendar(app.db);
  const usual = makeDeadline(term ?? { kind: 'working_days', days }, day, calendar, clause);
  const atOnce = makeDeadline({ kind: 'at_once' }, day, calendar, clause);
  return ({ category }) => (AT_ONCE.includes(category) ? atOnce : usual);
}
