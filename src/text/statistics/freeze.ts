import { keyOf, SEED, step } from './hash.ts';
import type { LanguageCounts, TokenPairs } from './language-model.ts';
import type { ModelParts, NgramColumns } from './model-parts.ts';
import { NgramTable } from './ngram-table.ts';
import type { Tokens } from './tokens.ts';

/** Collects which token was seen behind which. */
export class PairSet {
  readonly #pairs = new Set<number>();

  add({ ids, length }: Tokens): void {
    for (let i = 1; i < length; i += 1) {
      this.#pairs.add((ids[i - 1] as number) * 65536 + (ids[i] as number));
    }
  }

  /** All pairs in order. */
  sorted(): Float64Array {
    return Float64Array.from(this.#pairs).sort();
  }
}

/** Rows both ways from pairs (`left * 65536 + right`) in order. */
export function rowsOf(pairs: Float64Array): TokenPairs {
  const nextStart = new Uint32Array(65537);
  const beforeStart = new Uint32Array(65537);
  const next = new Uint16Array(pairs.length);
  const before = new Uint16Array(pairs.length);
  for (const pair of pairs) {
    nextStart[Math.floor(pair / 65536) + 1]! += 1;
    beforeStart[(pair % 65536) + 1]! += 1;
  }
  for (let id = 0; id < 65536; id += 1) {
    nextStart[id + 1]! += nextStart[id]!;
    beforeStart[id + 1]! += beforeStart[id]!;
  }
  const filled = beforeStart.slice(0, 65536);
  pairs.forEach((pair, i) => {
    const left = Math.floor(pair / 65536);
    const right = pair % 65536;
    next[i] = right;
    before[filled[right]!] = left;
    filled[right]! += 1;
  });
  return { nextStart, next, beforeStart, before };
}

/** Key of the n-gram of two that a pair is. */
export const pairKey = (pair: number): number => keyOf(step(step(SEED, Math.floor(pair / 65536)), pair % 65536));

export function tableOf({ keys, levels }: NgramColumns): NgramTable {
  const table = new NgramTable(keys.length);
  for (let i = 0; i < keys.length; i += 1) table.set(keys[i] as number, levels[i] as number);
  return table;
}

/** The counts in the form in which they are looked up. */
export function countsOf({ single, pairs, pairLevels, threes, longer, forward, backward }: ModelParts): LanguageCounts {
  const twos = new NgramTable(pairs.length);
  for (let i = 0; i < pairs.length; i += 1) twos.set(pairKey(pairs[i] as number), pairLevels[i] as number);
  return { single, twos, threes: tableOf(threes), longer: tableOf(longer), pairs: rowsOf(pairs), forward, backward };
}
