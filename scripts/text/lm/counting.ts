import { PairSet, pairKey, tableOf } from '../../../src/text/statistics/freeze.ts';
import type { ModelParts, NgramColumns } from '../../../src/text/statistics/model-parts.ts';
import { NgramCounts } from '../../../src/text/statistics/ngram-counts.ts';
import { LEVELS, levelOf } from '../../../src/text/statistics/ngram-table.ts';
import { tokenise } from '../../../src/text/statistics/tokens.ts';

/** What is counted from texts; more can be added at any time (an office's own pages, say). */
export interface Counted {
  ngrams: NgramCounts;
  pairs: PairSet;
}

export const startCounting = (bits: number): Counted => ({ ngrams: new NgramCounts(bits), pairs: new PairSet() });

/** Counts a paragraph `weight` times. */
export function countInto({ ngrams, pairs }: Counted, paragraph: string, weight: number): void {
  const tokens = tokenise(paragraph);
  ngrams.add(tokens, weight);
  pairs.add(tokens);
}

/** Occurrences an n-gram needs to be kept, by its order. */
const LEAST: readonly number[] = [0, 0, 1, 1, 2, 2];

/** What is worth keeping, as columns of a model. */
export function keep({ ngrams, pairs }: Counted): Pick<ModelParts, 'single' | 'pairs' | 'pairLevels' | 'threes' | 'longer'> {
  const sorted = pairs.sorted();
  const twos = tableOf(columns(ngrams, [2]));
  return {
    single: ngrams.single.slice(),
    pairs: sorted,
    pairLevels: Uint8Array.from(sorted, (pair) => twos.level(pairKey(pair))),
    threes: columns(ngrams, [3]),
    longer: columns(ngrams, [4, 5]),
  };
}

function columns(ngrams: NgramCounts, orders: readonly number[]): NgramColumns {
  const isKept = (order: number, count: number): boolean => orders.includes(order) && count >= (LEAST[order] as number);
  let kept = 0;
  ngrams.each((_key, order, count) => {
    if (isKept(order, count)) kept += 1;
  });
  // Key and level in one number, so that one sort orders both.
  const rows = new Float64Array(kept);
  ngrams.each((key, order, count) => {
    if (isKept(order, count)) rows[--kept] = key * LEVELS + levelOf(count);
  });
  rows.sort();
  const keys = new Uint32Array(rows.length);
  const levels = new Uint8Array(rows.length);
  let length = 0;
  for (const row of rows) {
    const key = Math.floor(row / LEVELS);
    // Two n-grams with one key: the commoner one counts.
    if (length > 0 && keys[length - 1] === key) length -= 1;
    keys[length] = key;
    levels[length] = row % LEVELS;
    length += 1;
  }
  return { keys: keys.slice(0, length), levels: levels.slice(0, length) };
}
