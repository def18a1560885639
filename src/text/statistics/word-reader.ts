import type { Edit } from './edit.ts';
import { type Lexicon, LONGEST_WORD } from './lexicon.ts';

const CUT_REACH = 5;

/** What the dictionary tells of an edit and of the words around it. */
export class WordReader {
  readonly #lexicon: Lexicon;
  readonly #window = new Uint16Array(32);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** How much likelier the best cut into words becomes by the edit. */
  gain(ids: Uint16Array, length: number, { from, to, ids: put }: Edit): number {
    const left = Math.max(1, from - CUT_REACH);
    const right = Math.min(length - 1, to + CUT_REACH);
    const window = this.#window;
    let size = 0;
    for (let i = left; i < from; i += 1) window[size++] = ids[i] as number;
    for (const id of put) window[size++] = id;
    for (let i = to; i < right; i += 1) window[size++] = ids[i] as number;
    return this.#lexicon.cut(window, 0, size) - this.#lexicon.cut(ids, left, right);
  }

  /** Log chance, a token, of the best cut around [from, to). */
  cost(ids: Uint16Array, length: number, from: number, to: number): number {
    const left = Math.max(1, from - CUT_REACH);
    const right = Math.min(length - 1, to + CUT_REACH);
    return this.#lexicon.cut(ids, left, right) / (right - left);
  }

  /** Length (above the low eight bits) and level of the longest word over the edit; of a gap, one that spans it. */
  longest(ids: Uint16Array, from: number, to: number, length: number): number {
    let best = 0;
    const last = to === from ? to + 1 : to;
    const first = to === from ? from - 1 : from;
    for (let start = Math.max(1, last - LONGEST_WORD); start <= first; start += 1) {
      const reach = Math.min(length - 1, start + LONGEST_WORD);
      for (let end = Math.max(last, start + 2); end <= reach; end += 1) {
        const level = this.#lexicon.level(ids, start, end);
        if (level > 0 && ((end - start) << 8) + level > best) best = ((end - start) << 8) + level;
      }
    }
    return best;
  }

  /** Level of the longest word of two characters or more that ends right before the edit. */
  levelUpTo(ids: Uint16Array, end: number): number {
    for (let start = Math.max(1, end - LONGEST_WORD); start < end - 1; start += 1) {
      const level = this.#lexicon.level(ids, start, end);
      if (level > 0) return level;
    }
    return 0;
  }

  /** The same of the word that begins there. */
  levelFrom(ids: Uint16Array, start: number, length: number): number {
    for (let end = Math.min(length - 1, start + LONGEST_WORD); end > start + 1; end -= 1) {
      const level = this.#lexicon.level(ids, start, end);
      if (level > 0) return level;
    }
    return 0;
  }
}
