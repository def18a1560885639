import type { OrderWeights } from './language-model.ts';

/** Keys of n-grams in order, with the level of each. */
export interface NgramColumns {
  keys: Uint32Array;
  levels: Uint8Array;
}

/** What counting texts gives. */
export interface CountedParts {
  /** Occurrences of each token. */
  single: Float64Array;
  /** Neighbouring tokens as `left * 65536 + right`, in order, with the level of each pair. */
  pairs: Float64Array;
  pairLevels: Uint8Array;
  /** Three tokens in a row, as `tripleOf` makes them, in order, with the level of each. */
  triples: Float64Array;
  tripleLevels: Uint8Array;
  /** N-grams of four and five tokens. */
  longer: NgramColumns;
}

/** All that a model file holds, as plain columns. */
export interface ModelParts extends CountedParts {
  forward: OrderWeights;
  backward: OrderWeights;
  /** Words of the dictionary, in order, with the level of each. */
  words: string[];
  wordLevels: Uint8Array;
}
