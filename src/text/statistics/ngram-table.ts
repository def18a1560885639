/** Steps of a count that is kept: four to each doubling. Zero means never seen. */
export const LEVELS = 64;

/** The level (1 to 63) of a count of at least one. */
export const levelOf = (count: number): number => Math.min(LEVELS - 1, Math.round(4 * Math.log2(count)) + 1);

/** About how often an n-gram of each level was seen. */
export const COUNTS = Float64Array.from({ length: LEVELS }, (_, level) => (level === 0 ? 0 : 2 ** ((level - 1) / 4)));

const FINGERPRINT = 0x3ff;

/**
 * Levels of n-grams by their 32-bit key, in open addressing: ten bits of the key stay beside the level, so that a key never seen
 * is taken for a seen one less than once in a thousand times.
 */
export class NgramTable {
  readonly #slots: Uint16Array;
  readonly #shift: number;
  readonly #mask: number;

  /** Room for `size` n-grams, a little more than half of it used at most. */
  constructor(size: number) {
    const bits = Math.max(8, Math.ceil(Math.log2(size * 1.7)));
    this.#slots = new Uint16Array(2 ** bits);
    this.#shift = 32 - bits;
    this.#mask = 2 ** bits - 1;
  }

  set(key: number, level: number): void {
    let slot = key >>> this.#shift;
    const entry = ((key & FINGERPRINT) << 6) | level;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = entry;
  }

  /** The level of an n-gram, 0 if it was not kept. */
  level(key: number): number {
    const slots = this.#slots;
    const mark = key & FINGERPRINT;
    let slot = key >>> this.#shift;
    for (;;) {
      const entry = slots[slot] as number;
      if (entry === 0) return 0;
      if (entry >>> 6 === mark) return entry & 0x3f;
      slot = (slot + 1) & this.#mask;
    }
  }
}
