import { holds } from './holds.ts';

/** How a unit stands in a round of 定期排查. */
export const SWEEP_STATES = { late: '逾期未签认', open: '未签认', signed: '已签认' } as const;
export type SweepState = keyof typeof SWEEP_STATES;
export const SWEEP_STATE_CODES = Object.keys(SWEEP_STATES) as [SweepState, ...SweepState[]];
/** The newest round first, or that which is due first. */
export const SWEEP_SORTS = { new: '期限晚的在前', due: '期限早的在前' } as const;

/** What narrows and orders 定期排查, on the page and in its workbook. */
export interface SweepsAsked {
  q?: string | undefined;
  state?: string | undefined;
  sort?: string | undefined;
}

interface SweepUnit {
  name: string;
  late: boolean;
  done: unknown;
}

export const sweepState = ({ late, done }: Pick<SweepUnit, 'late' | 'done'>): SweepState =>
  done !== null ? 'signed' : late ? 'late' : 'open';

/** The rounds asked for, each with the units asked for: words name a unit, or the round itself, which then shows all of its units. */
export function listedRounds<U extends SweepUnit, R extends { title: string; dueOn: string; units: readonly U[] }>(
  rounds: readonly R[],
  { q, state, sort }: SweepsAsked,
): (R & { units: U[] })[] {
  const wanted = rounds.flatMap((round) => {
    const units = round.units.filter((unit) => (!state || sweepState(unit) === state) && (holds(q, round.title) || holds(q, unit.name)));
    return units.length > 0 || (!q && !state) ? [{ ...round, units }] : [];
  });
  return sort === 'due' ? wanted.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)) : wanted;
}
