import { keyOf, SEED, step } from './hash.ts';
import type { LanguageCounts, OrderWeights } from './language-model.ts';
import type { CountedParts, NgramColumns } from './model-parts.ts';
import { NgramTable } from './ngram-table.ts';

/** Key of the n-gram of two that a pair is. */
export const pairKey = (pair: number): number => keyOf(step(step(SEED, pair >>> 16), pair & 0xffff));

/** Key of the n-gram of three that a triple is. */
export function tripleKey(triple: number): number {
  const front = Math.floor(triple / 65536);
  return keyOf(step(step(step(SEED, front >>> 16), front & 0xffff), triple - front * 65536));
}

export function tableOf({ keys, levels }: NgramColumns): NgramTable {
  const table = new NgramTable(keys.length);
  for (let i = 0; i < keys.length; i += 1) table.set(keys[i] as number, levels[i] as number);
  return table;
}

/** The counts in the form in which they are looked up. */
export function countsOf(parts: CountedParts, { forward, backward }: { forward: OrderWeights; backward: OrderWeights }): LanguageCounts {
  const { single, pairs, pairLevels, triples, tripleLevels, longer } = parts;
  return {
    single,
    twos: tableOf({ keys: keysOf(pairs, pairKey), levels: pairLevels }),
    threes: tableOf({ keys: keysOf(triples, tripleKey), levels: tripleLevels }),
    longer: tableOf(longer),
    forward,
    backward,
  };
}

function keysOf(runs: Float64Array, keyOfRun: (run: number) => number): Uint32Array {
  const keys = new Uint32Array(runs.length);
  for (let i = 0; i < runs.length; i += 1) keys[i] = keyOfRun(runs[i] as number);
  return keys;
}
