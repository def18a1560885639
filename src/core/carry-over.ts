/**
 * How last period's problems of one channel stand at the cut-off (上月问题整改情况): none there, all fixed, some fixed
 * (整改不彻底), none fixed (未整改); `undecided` when nothing was seen unfixed but not everything could be looked at.
 */
export const CARRY_OVER_STATES = ['none', 'all-closed', 'partly', 'not', 'undecided'] as const;
export type CarryOverState = (typeof CARRY_OVER_STATES)[number];

/**
 * The state from counts (seeds V04). Between 未整改 and 整改不彻底 the milder word is said wherever the harsher is not certain.
 */
export function carryOverFrom(counts: { fixed: number; partly: number; open: number; unverified: number }): CarryOverState {
  const { fixed, partly, open, unverified } = counts;
  if (open + partly > 0) return fixed + partly + unverified > 0 ? 'partly' : 'not';
  if (unverified > 0) return 'undecided';
  return fixed > 0 ? 'all-closed' : 'none';
}
