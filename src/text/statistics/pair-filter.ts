import type { Lexicon } from './lexicon.ts';

const BITS = 23;

/**
 * Tells at once that two characters never stand side by side, neither in the texts counted nor inside a word (a Bloom filter with
 * one hash in one megabyte: about one pair in ten is taken for a seen one). It spares most look-ups in the large table.
 */
export class PairFilter {
  readonly #bits = new Uint32Array(2 ** (BITS - 5));

  add(left: number, right: number): void {
    const bit = placeOf(left, right);
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  has(left: number, right: number): boolean {
    const bit = placeOf(left, right);
    return (((this.#bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
  }
}

const placeOf = (left: number, right: number): number => Math.imul(left * 65536 + right, 0x9e3779b1) >>> (32 - BITS);

/** The filter of all pairs counted (`left * 65536 + right`) and of all pairs inside words. */
export function filterOf(pairs: Float64Array, lexicon: Lexicon): PairFilter {
  const filter = new PairFilter();
  for (const pair of pairs) filter.add(pair >>> 16, pair & 0xffff);
  lexicon.eachPair((left, right) => filter.add(left, right));
  return filter;
}
