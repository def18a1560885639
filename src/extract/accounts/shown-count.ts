import { type Approximate, readApproximate } from '../../core/approximate.ts';

/** Reads, likes and the like as a page shows them: 687, 10万+, 1.2万; null when it shows none. */
export function shownCount(text: string | null): Approximate | null {
  const count = text === null ? null : readApproximate(text);
  return count !== null && count.value > 0 ? count : null;
}
