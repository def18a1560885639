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

/** Log odds that the trees give to a row of features. */
export function logOdds({ base, roots, feature, value, left }: Trees, row: Float64Array): number {
  let sum = base;
  for (let t = 0; t < roots.length; t += 1) {
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
