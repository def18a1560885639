import type { CalendarDate } from '../../core/date.ts';
import { type DeadlineTerm, deadlineData } from '../../ledger/deadline.ts';
import { actOnSelected } from '../ledger/act-on-selected.ts';
import { deadlines } from '../ledger/hand-over.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';
import { actorFor } from './actor-for.ts';

export interface HandOverOrder {
  problemIds: readonly string[];
  /** null: the area's usual working days. */
  term: DeadlineTerm | null;
  /** Where the deadline comes from, as the unit reads it. */
  clause: string;
}

/** What a hand-over of one problem set. */
export interface HandedOver {
  problemId: string;
  due: CalendarDate;
  provisional: boolean;
}

/**
 * 交办 by hand, one problem or many at once: each goes to its unit with a deadline and stays without a receipt until the
 * unit signs for it (seeds P02). A bureau hands over what falls into its field. All or nothing.
 */
export async function handOverProblems(app: App, areaId: string, order: HandOverOrder, caller: Caller): Promise<HandedOver[]> {
  const { problemIds, term, clause } = order;
  const day = await todayOf(app, areaId);
  const at = app.now();
  const deadlineOf = await deadlines(app, areaId, { day, clause, term });
  const events = await actOnSelected(app, areaId, { ids: problemIds, scope: caller.scope }, ({ problem }) => ({
    act: 'handed_over',
    at,
    day,
    by: actorFor(caller, problem),
    data: deadlineData(deadlineOf(problem)),
  }));
  return events.map(({ problemId, data }) => ({ problemId, due: String(data.due), provisional: data.dueProvisional === true }));
}
