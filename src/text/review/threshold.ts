/** A finding a reviewer has judged: how sure the layer was, and whether it was an error. */
export interface Judged {
  score: number;
  right: boolean;
}

/** Judgements a threshold looks back on. */
export const WINDOW = 50;
/** What is shown is to be right this often. */
export const PRECISION = 0.8;
/** Fewer judgements tell nothing yet: two unlucky ones must not silence a layer. */
export const FEWEST = 10;
/** A layer that nothing makes precise enough still shows its surest finding now and then, or it could never be forgiven. */
export const CEILING = 0.999;

export interface Fit {
  /** Least score to be shown. */
  threshold: number;
  judged: number;
  /** Share of right ones among the judged that the threshold lets through; null where it lets none through. */
  precision: number | null;
}

/**
 * The least score from which on at least 80 % of the last 50 judged findings of a layer on a site were errors; never below
 * `initial`, the threshold of the layer itself. `judged`: oldest first; what scored less was never shown and tells nothing.
 */
export function fitThreshold(judged: readonly Judged[], initial: number): Fit {
  const last = judged.filter(({ score }) => score >= initial).slice(-WINDOW);
  const fitAt = (threshold: number): Fit => ({ threshold, judged: last.length, precision: precisionFrom(last, threshold) });
  if (last.length < FEWEST) return fitAt(initial);
  const steps = [initial, ...new Set(last.map(({ score }) => score))].sort((a, b) => a - b);
  return steps.map(fitAt).find(({ precision }) => precision !== null && precision >= PRECISION) ?? fitAt(CEILING);
}

function precisionFrom(judged: readonly Judged[], threshold: number): number | null {
  const shown = judged.filter(({ score }) => score >= threshold);
  return shown.length === 0 ? null : shown.filter(({ right }) => right).length / shown.length;
}
