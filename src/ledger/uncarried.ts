import type { CalendarDate } from '../core/date.ts';
import type { StateAct } from './event.ts';

/** A withdrawal that the closing of a period counts at its cut-off. */
export interface Uncarried {
  cutoff: CalendarDate;
  /** The withdrawal. It and what was done before it count at the cut-off at the latest. */
  seq: number;
}

/**
 * Withdrawals (撤销) made after a cut-off and taken into the books of the period that was closed anew since: a notice counts no
 * problem in its stock that it does not list. A later carrying over of the same period means that the problem was put back.
 */
export function uncarriedOf(events: readonly StateAct[]): Uncarried[] {
  return events.flatMap(({ act, seq, data }) => {
    if (act !== 'uncarried') return [];
    const isPutBack = events.slice(seq).some((later) => later.act === 'carried_over' && later.data.period === data.period);
    return isPutBack ? [] : [{ cutoff: data.cutoff as CalendarDate, seq: data.takes as number }];
  });
}
