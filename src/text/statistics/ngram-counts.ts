import { keyOf, SEED, step } from './hash.ts';
import { BREAK, type Tokens } from './tokens.ts';

/** Tokens of the longest n-gram. */
export const ORDER = 5;
const MOST = 65535;

/** How often each n-gram of two to five tokens stands in the texts counted so far, and each single token. */
export class NgramCounts {
  /** Occurrences of each token; breaks too. */
  readonly single = new Float64Array(65536);
  readonly #mask: number;
  #keys: Uint32Array;
  #checks: Uint32Array;
  #counts: Uint16Array;
  #orders: Uint8Array;
  #used = 0;

  /** Room for 2^bits n-grams: 26 for twenty million characters, 18 for a few pages. */
  constructor(bits: number) {
    this.#mask = 2 ** bits - 1;
    this.#keys = new Uint32Array(2 ** bits);
    this.#checks = new Uint32Array(2 ** bits);
    this.#counts = new Uint16Array(2 ** bits);
    this.#orders = new Uint8Array(2 ** bits);
  }

  /** Counts every n-gram of the tokens `weight` times; none reaches across a break. */
  add({ ids, length }: Pick<Tokens, 'ids' | 'length'>, weight: number): void {
    for (let i = 0; i < length; i += 1) {
      const first = ids[i] as number;
      this.single[first] = (this.single[first] as number) + weight;
      let state = step(SEED, first);
      let check = Math.imul(first + 77, 0x01000193);
      for (let order = 2; order <= ORDER && i + order <= length; order += 1) {
        if (order > 2 && ids[i + order - 2] === BREAK) break;
        const id = ids[i + order - 1] as number;
        state = step(state, id);
        check = Math.imul(check ^ id, 0x01000193) ^ (check >>> 11);
        this.#bump(keyOf(state), (check ^ Math.imul(order, 0x27d4eb2f)) >>> 0, order, weight);
      }
    }
  }

  #bump(key: number, check: number, order: number, weight: number): void {
    let slot = (key ^ Math.imul(check, 0x9e3779b1)) & this.#mask;
    for (;;) {
      const count = this.#counts[slot] as number;
      if (count === 0) {
        this.#used += 1;
        if (this.#used * 10 > this.#mask * 9) throw new RangeError('more n-grams than this count has room for: make it with more bits');
        this.#keys[slot] = key;
        this.#checks[slot] = check;
        this.#orders[slot] = order;
        this.#counts[slot] = weight;
        return;
      }
      if (this.#keys[slot] === key && this.#checks[slot] === check) {
        this.#counts[slot] = Math.min(MOST, count + weight);
        return;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Tells each n-gram with its key, in no useful order. */
  each(tell: (key: number, order: number, count: number) => void): void {
    for (let slot = 0; slot <= this.#mask; slot += 1) {
      const count = this.#counts[slot] as number;
      if (count > 0) tell(this.#keys[slot] as number, this.#orders[slot] as number, count);
    }
  }
}
