import type { Approximate } from '../core/approximate.ts';

/** Sum of stated counts; "at least" as soon as one of them is. Null when nobody stated any (which is not 0). */
export function sumApproximate(counts: readonly (Approximate | undefined)[]): Approximate | null {
  const stated = counts.filter((count) => count !== undefined);
  if (stated.length === 0) return null;
  return { value: stated.reduce((sum, { value }) => sum + value, 0), atLeast: stated.some(({ atLeast }) => atLeast) };
}
