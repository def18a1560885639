import { BREAK, type Tokens } from './tokens.ts';

/** Three tokens as one number: `(left * 65536 + middle) * 65536 + right`. */
export const tripleOf = (left: number, middle: number, right: number): number => (left * 65536 + middle) * 65536 + right;

/** Collects which two and which three tokens were seen in a row. */
export class RunSet {
  readonly #pairs = new Set<number>();
  readonly #triples = new Set<number>();

  add({ ids, length }: Pick<Tokens, 'ids' | 'length'>): void {
    for (let i = 1; i < length; i += 1) {
      const left = ids[i - 1] as number;
      const middle = ids[i] as number;
      this.#pairs.add(left * 65536 + middle);
      if (i + 1 < length && middle !== BREAK) this.#triples.add(tripleOf(left, middle, ids[i + 1] as number));
    }
  }

  /** Pairs as `left * 65536 + right`, in order. */
  pairs(): Float64Array {
    return Float64Array.from(this.#pairs).sort();
  }

  /** Triples as `tripleOf` makes them, in order. */
  triples(): Float64Array {
    return Float64Array.from(this.#triples).sort();
  }
}
