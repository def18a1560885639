import { isHan } from './tokens.ts';

const BITS = 20;

/** Which Chinese characters were seen between two tokens. Gaps that share a bucket share their characters: ask the counts too. */
export class GapIndex {
  readonly #starts = new Uint32Array(2 ** BITS + 1);
  readonly #characters: Uint16Array;

  /** `triples` as `tripleOf` makes them. */
  constructor(triples: Float64Array) {
    const starts = this.#starts;
    const buckets = new Int32Array(triples.length);
    for (let i = 0; i < triples.length; i += 1) {
      const triple = triples[i] as number;
      const front = Math.floor(triple / 65536);
      const bucket = isHan(front & 0xffff) ? bucketOf(front >>> 16, triple - front * 65536) : -1;
      buckets[i] = bucket;
      if (bucket >= 0) starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
    }
    for (let bucket = 0; bucket < 2 ** BITS; bucket += 1) starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number);
    const filled = starts.slice();
    this.#characters = new Uint16Array(starts[2 ** BITS] as number);
    for (let i = 0; i < triples.length; i += 1) {
      const bucket = buckets[i] as number;
      if (bucket < 0) continue;
      const place = filled[bucket] as number;
      this.#characters[place] = Math.floor((triples[i] as number) / 65536) & 0xffff;
      filled[bucket] = place + 1;
    }
  }

  /** Characters that may stand between them. */
  between(left: number, right: number): Uint16Array {
    const bucket = bucketOf(left, right);
    return this.#characters.subarray(this.#starts[bucket], this.#starts[bucket + 1]);
  }
}

const bucketOf = (left: number, right: number): number => {
  const mixed = Math.imul(left * 65536 + right, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> (32 - BITS);
};
