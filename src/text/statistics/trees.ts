/** A sum of small decision trees (梯度提升树). Node n goes left where the feature is at most the threshold; a leaf has feature -1. */
export interface Trees {
  /** Names of the features, in order. */
  features: readonly string[];
  base: number;
  roots: Int32Array;
  feature: Int8Array;
  /** Threshold of a node, value of a leaf. */
  value: Float32Array;
  /** The left child; the right one follows it. */
  left: Int32Array;
}

/** After so many trees most edits have lost: an edit so far below what is asked for is not judged to the end. */
const FIRST_TREES = 60;
const HOPELESS = 1.5;

/** Log odds that the trees give to a row of features; of a row that will not come near `least`, what the first of them gave. */
export function logOdds(trees: Trees, row: Float64Array, least = Number.NEGATIVE_INFINITY): number {
  const { base, roots } = trees;
  const first = Math.min(FIRST_TREES, roots.length);
  const sum = base + sumOf(trees, row, 0, first);
  return sum < least - HOPELESS ? sum : sum + sumOf(trees, row, first, roots.length);
}

function sumOf({ roots, feature, value, left }: Trees, row: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t += 1) {
    let node = roots[t] as number;
    let f = feature[node] as number;
    while (f >= 0) {
      node = (left[node] as number) + ((row[f] as number) <= (value[node] as number) ? 0 : 1);
      f = feature[node] as number;
    }
    sum += value[node] as number;
  }
  return sum;
}
