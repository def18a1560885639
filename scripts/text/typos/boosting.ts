import type { Trees } from '../../../src/text/statistics/trees.ts';
import { randomFrom } from './random.ts';

/** Labelled rows of features, one column after the other. */
export interface Examples {
  features: readonly string[];
  /** `columns[f][row]`. */
  columns: readonly Float32Array[];
  /** 1 where the edit is right. */
  labels: Uint8Array;
}

export interface BoostingOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Share of rows each tree is grown from. */
  sample: number;
  /** Least sum of second derivatives in a leaf. */
  leastWeight: number;
  seed: number;
}

const BINS = 64;
const RIDGE = 1;

interface Node {
  rows: Int32Array;
  histogram: Float64Array;
  gradient: number;
  weight: number;
  place: number;
}

/** Grows trees for logistic loss on histograms of 64 bins, level by level (gradient boosting after Friedman). */
export function boost({ features, columns, labels }: Examples, options: BoostingOptions): Trees {
  const size = labels.length;
  const cuts = columns.map(cutsOf);
  const binned = columns.map((column, f) => binsOf(column, cuts[f] as Float32Array));
  const positive = labels.reduce((sum, label) => sum + label, 0);
  const base = Math.log(positive / (size - positive));
  const odds = new Float64Array(size).fill(base);
  const gradients = new Float64Array(size);
  const weights = new Float64Array(size);
  const random = randomFrom(options.seed);
  const roots: number[] = [];
  const feature: number[] = [];
  const value: number[] = [];
  const left: number[] = [];
  const width = features.length * BINS * 2;

  const histogramOf = (rows: Int32Array): Float64Array => {
    const histogram = new Float64Array(width);
    for (let f = 0; f < binned.length; f += 1) {
      const bins = binned[f] as Uint8Array;
      const offset = f * BINS * 2;
      for (let r = 0; r < rows.length; r += 1) {
        const row = rows[r] as number;
        const at = offset + (bins[row] as number) * 2;
        histogram[at] = (histogram[at] as number) + (gradients[row] as number);
        histogram[at + 1] = (histogram[at + 1] as number) + (weights[row] as number);
      }
    }
    return histogram;
  };

  for (let t = 0; t < options.trees; t += 1) {
    const sampled: number[] = [];
    for (let row = 0; row < size; row += 1) {
      const chance = 1 / (1 + Math.exp(-(odds[row] as number)));
      gradients[row] = (labels[row] as number) - chance;
      weights[row] = chance * (1 - chance);
      if (random() < options.sample) sampled.push(row);
    }
    roots.push(feature.length);
    let level: Node[] = [nodeOf(Int32Array.from(sampled), gradients, weights, feature.push(-1) - 1)];
    value.push(0);
    left.push(0);
    (level[0] as Node).histogram = histogramOf((level[0] as Node).rows);
    for (let depth = 0; depth <= options.depth; depth += 1) {
      const below: Node[] = [];
      for (const node of level) {
        const split = depth === options.depth ? null : bestSplit(node, features.length, options.leastWeight);
        if (!split) {
          value[node.place] = (options.rate * node.gradient) / (node.weight + RIDGE);
          continue;
        }
        const bins = binned[split.feature] as Uint8Array;
        const low = node.rows.filter((row) => (bins[row] as number) <= split.bin);
        const high = node.rows.filter((row) => (bins[row] as number) > split.bin);
        feature[node.place] = split.feature;
        value[node.place] = (cuts[split.feature] as Float32Array)[split.bin] as number;
        left[node.place] = feature.length;
        const lowNode = nodeOf(low, gradients, weights, feature.push(-1) - 1);
        const highNode = nodeOf(high, gradients, weights, feature.push(-1) - 1);
        value.push(0, 0);
        left.push(0, 0);
        const [small, large] = low.length < high.length ? [lowNode, highNode] : [highNode, lowNode];
        if (depth + 1 < options.depth) {
          small.histogram = histogramOf(small.rows);
          large.histogram = node.histogram;
          for (let at = 0; at < width; at += 1) large.histogram[at] = (large.histogram[at] as number) - (small.histogram[at] as number);
        }
        below.push(lowNode, highNode);
      }
      level = below;
    }
    addTree(roots[t] as number);
  }

  function addTree(root: number): void {
    for (let row = 0; row < size; row += 1) {
      let node = root;
      while ((feature[node] as number) >= 0) {
        const f = feature[node] as number;
        node = (left[node] as number) + (((columns[f] as Float32Array)[row] as number) <= (value[node] as number) ? 0 : 1);
      }
      odds[row] = (odds[row] as number) + (value[node] as number);
    }
  }

  return {
    features,
    base,
    roots: Int32Array.from(roots),
    feature: Int8Array.from(feature),
    value: Float32Array.from(value),
    left: Int32Array.from(left),
  };
}

function nodeOf(rows: Int32Array, gradients: Float64Array, weights: Float64Array, place: number): Node {
  let gradient = 0;
  let weight = 0;
  for (const row of rows) {
    gradient += gradients[row] as number;
    weight += weights[row] as number;
  }
  return { rows, histogram: new Float64Array(0), gradient, weight, place };
}

function bestSplit({ histogram, gradient, weight }: Node, features: number, leastWeight: number): { feature: number; bin: number } | null {
  let best: { feature: number; bin: number } | null = null;
  let most = 1e-3;
  const whole = gradient ** 2 / (weight + RIDGE);
  for (let f = 0; f < features; f += 1) {
    let lowGradient = 0;
    let lowWeight = 0;
    for (let bin = 0; bin < BINS - 1; bin += 1) {
      const at = (f * BINS + bin) * 2;
      lowGradient += histogram[at] as number;
      lowWeight += histogram[at + 1] as number;
      const highWeight = weight - lowWeight;
      if (lowWeight < leastWeight || highWeight < leastWeight) continue;
      const gain = lowGradient ** 2 / (lowWeight + RIDGE) + (gradient - lowGradient) ** 2 / (highWeight + RIDGE) - whole;
      if (gain > most) {
        most = gain;
        best = { feature: f, bin };
      }
    }
  }
  return best;
}

/** Upper edges of up to 64 bins that hold about as many rows each. */
function cutsOf(column: Float32Array): Float32Array {
  const sorted = column.slice().sort();
  const cuts = new Set<number>();
  for (let bin = 1; bin < BINS; bin += 1) cuts.add(sorted[Math.floor((bin * sorted.length) / BINS)] as number);
  return Float32Array.from(cuts).sort();
}

function binsOf(column: Float32Array, cuts: Float32Array): Uint8Array {
  return Uint8Array.from(column, (x) => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (x <= (cuts[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}
