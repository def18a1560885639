import { type CarryOverState, carryOverFrom } from '../core/carry-over.ts';

/** Seeds V04 from the problems of the carry-over fact; `closed` null = nobody could look at it since. */
export function carryOverState(problems: readonly { closed: boolean | null }[]): CarryOverState {
  const count = (closed: boolean | null): number => problems.filter((problem) => problem.closed === closed).length;
  return carryOverFrom({ fixed: count(true), partly: 0, open: count(false), unverified: count(null) });
}

/** The line a notice prints for it (`previous`: 上月, 上季度); null when there is nothing to blame. */
export function carryOverLine(state: CarryOverState, previous: string): string | null {
  if (state === 'not') return `${previous}问题未整改`;
  return state === 'partly' ? `${previous}问题整改不彻底` : null;
}
