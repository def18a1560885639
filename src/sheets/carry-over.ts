/** How last period's problems of one channel stand at the cut-off. */
export const CARRY_OVER_STATES = ['none', 'all-closed', 'partly', 'not'] as const;
export type CarryOverState = (typeof CARRY_OVER_STATES)[number];

/** Seeds V04: none closed = 未整改, some closed = 整改不彻底, all closed = clean. */
export function carryOverState(problems: readonly { closed: boolean }[]): CarryOverState {
  if (problems.length === 0) return 'none';
  const closed = problems.filter((p) => p.closed).length;
  if (closed === 0) return 'not';
  return closed === problems.length ? 'all-closed' : 'partly';
}

/** The line a notice prints for it (`previous`: 上月, 上季度); null when there is nothing to blame. */
export function carryOverLine(state: CarryOverState, previous: string): string | null {
  if (state === 'not') return `${previous}问题未整改`;
  return state === 'partly' ? `${previous}问题整改不彻底` : null;
}
