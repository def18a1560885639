import { type Finding, LAYERS, type Layer } from './finding.ts';

/** The more certain layer first: what the lists know beats what the counts suspect. */
const ORDER = Object.keys(LAYERS) as Layer[];
const RANK = Object.fromEntries([...ORDER.filter((layer) => layer !== 'L4'), 'L4'].map((layer, i) => [layer, i])) as Record<Layer, number>;

/**
 * One finding a spot: where findings overlap, that of the more certain layer stays, within a layer the graver, surer, longer one.
 * Answers them in reading order.
 */
export function merge(findings: readonly Finding[]): Finding[] {
  const best = findings.toSorted(
    (a, b) =>
      RANK[a.layer] - RANK[b.layer] ||
      a.severity - b.severity ||
      b.score - a.score ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const taken: { start: number; end: number }[] = [];
  const kept: Finding[] = [];
  for (const finding of best) {
    // A place between two letters (a missing one) takes up the letter behind it.
    const spot = { start: finding.start, end: Math.max(finding.end, finding.start + 1) };
    const at = placeFor(taken, spot.start);
    if ((taken[at - 1]?.end ?? 0) > spot.start || (taken[at]?.start ?? spot.end) < spot.end) continue;
    taken.splice(at, 0, spot);
    kept.push(finding);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** How many of the taken spots begin before or at `start`. */
function placeFor(taken: readonly { start: number }[], start: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle] as { start: number }).start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
