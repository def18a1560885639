import { pairKey, tableOf, tripleKey } from './counts.ts';
import type { CountedParts, NgramColumns } from './model-parts.ts';
import { NgramCounts } from './ngram-counts.ts';
import { LEVELS, levelOf } from './ngram-table.ts';
import { RunSet } from './run-set.ts';
import { tokenise } from './tokens.ts';

/** What is counted from texts; more can be added at any time (an office's own pages, say). */
export interface Counted {
  ngrams: NgramCounts;
  runs: RunSet;
}

export const startCounting = (bits: number): Counted => ({ ngrams: new NgramCounts(bits), runs: new RunSet() });

/** Counts a paragraph `weight` times. */
export function countInto({ ngrams, runs }: Counted, paragraph: string, weight: number): void {
  const tokens = tokenise(paragraph);
  ngrams.add(tokens, weight);
  runs.add(tokens);
}

/** Words in a dictionary rarer than this are names and oddities. */
const LEAST_WORD = 5;

/**
 * Counts the inside of the words of a dictionary, so that words which the texts lack are known all the same. A dictionary of general
 * language weighs by a power of its counts: with more, the texts were told worse; with none, news was (perplexity of held-out text).
 */
export function countWordsInto({ ngrams, runs }: Counted, words: ReadonlyMap<string, number>): void {
  for (const [word, count] of words) {
    if (word.length < 2 || count < LEAST_WORD) continue;
    const ids = Uint16Array.from(word, (character) => character.charCodeAt(0));
    ngrams.add({ ids, length: ids.length }, Math.round(0.6 * count ** 0.6));
    runs.add({ ids, length: ids.length });
  }
}

/** Occurrences an n-gram needs to be kept, by its order. */
const LEAST: readonly number[] = [0, 0, 1, 1, 2, 3];

/** What is worth keeping, as columns of a model. */
export function keep({ ngrams, runs }: Counted): CountedParts {
  const pairs = runs.pairs();
  const triples = runs.triples();
  const twos = tableOf(columns(ngrams, [2]));
  const threes = tableOf(columns(ngrams, [3]));
  return {
    single: ngrams.single.slice(),
    pairs,
    pairLevels: Uint8Array.from(pairs, (pair) => twos.level(pairKey(pair))),
    triples,
    tripleLevels: Uint8Array.from(triples, (triple) => threes.level(tripleKey(triple))),
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
