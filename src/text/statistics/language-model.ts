import { keyOf, SEED, step } from './hash.ts';
import { ORDER } from './ngram-counts.ts';
import { COUNTS, LEVELS, type NgramTable } from './ngram-table.ts';
import { BREAK } from './tokens.ts';

/** Weight of each order against the lower ones, by order (2 to 5) and level of the context: `order * LEVELS + level`. */
export type OrderWeights = Float64Array;

/** What the language model was counted from. */
export interface LanguageCounts {
  /** Occurrences of each token. */
  single: Float64Array;
  /** Levels of n-grams of two, of three, and of four and five tokens: small tables stay in the processor's cache. */
  twos: NgramTable;
  threes: NgramTable;
  longer: NgramTable;
  forward: OrderWeights;
  backward: OrderWeights;
}

/** Levels of all n-grams of a stretch: `levels[(order - 2) * stride + i]` is that of the n-gram which begins at token i. */
export interface Grams {
  levels: Uint8Array;
  stride: number;
}

export const makeGrams = (stride: number): Grams => ({ levels: new Uint8Array((ORDER - 1) * stride), stride });

/** Natural logarithms of how likely a token is after (and before) what stands beside it, from counts of up to five tokens. */
export class LanguageModel {
  readonly counts: LanguageCounts;
  /** How likely a token is when nothing is known beside it. */
  readonly #alone: Float64Array;
  readonly #singleLevel: Uint8Array;

  constructor(counts: LanguageCounts) {
    this.counts = counts;
    const { single } = counts;
    let sum = 0;
    for (const count of single) sum += count;
    this.#alone = single.map((count) => (count + 0.1) / (sum + 6553.6));
    this.#singleLevel = Uint8Array.from(single, (count) => (count < 1 ? 0 : Math.min(LEVELS - 1, Math.round(3 * Math.log2(count)) + 1)));
  }

  /** How often a token was seen, as a logarithm. */
  rarity(id: number): number {
    return Math.log(this.#alone[id] as number);
  }

  /** Looks up every n-gram of `ids[0..length)`. */
  fill(ids: Uint16Array, length: number, grams: Grams): void {
    this.fillFrom(ids, length, grams, 0, length, 0);
  }

  /** Looks up the n-grams that begin in [from, to) and end behind token `reach`; the others stay as they are. */
  fillFrom(ids: Uint16Array, length: number, { levels, stride }: Grams, from: number, to: number, reach: number): void {
    const { twos, threes, longer } = this.counts;
    for (let i = from; i < to; i += 1) {
      let state = step(SEED, ids[i] as number);
      let alive = true;
      for (let order = 2; order <= ORDER; order += 1) {
        const place = (order - 2) * stride + i;
        if (!alive || i + order > length) {
          levels[place] = 0;
          continue;
        }
        if (order > 2 && ids[i + order - 2] === BREAK) alive = false;
        state = step(state, ids[i + order - 1] as number);
        if (i + order <= reach) {
          if (levels[place] === 0) alive = false;
          continue;
        }
        const level = alive ? (order === 2 ? twos : order === 3 ? threes : longer).level(keyOf(state)) : 0;
        levels[place] = level;
        if (level === 0) alive = false;
      }
    }
  }

  /** Log of the chance of token i after what stands before it. */
  forward(ids: Uint16Array, i: number, { levels, stride }: Grams): number {
    const weights = this.counts.forward;
    let chance = this.#alone[ids[i] as number] as number;
    const before = ids[i - 1] as number;
    let context = this.counts.single[before] as number;
    let contextLevel = this.#singleLevel[before] as number;
    for (let order = 2; order <= ORDER && context > 0; order += 1) {
      const start = i - order + 1;
      const level = levels[(order - 2) * stride + start] as number;
      const weight = weights[order * LEVELS + contextLevel] as number;
      chance = weight * Math.min(1, (COUNTS[level] as number) / context) + (1 - weight) * chance;
      if (start === 0) break;
      contextLevel = levels[(order - 2) * stride + start - 1] as number;
      context = COUNTS[contextLevel] as number;
    }
    return Math.log(chance);
  }

  /** Log of the chance of token i before what stands behind it. */
  backward(ids: Uint16Array, i: number, length: number, { levels, stride }: Grams): number {
    const weights = this.counts.backward;
    let chance = this.#alone[ids[i] as number] as number;
    const after = ids[i + 1] as number;
    let context = this.counts.single[after] as number;
    let contextLevel = this.#singleLevel[after] as number;
    for (let order = 2; order <= ORDER && context > 0 && i + order <= length; order += 1) {
      const level = levels[(order - 2) * stride + i] as number;
      const weight = weights[order * LEVELS + contextLevel] as number;
      chance = weight * Math.min(1, (COUNTS[level] as number) / context) + (1 - weight) * chance;
      contextLevel = levels[(order - 2) * stride + i + 1] as number;
      context = COUNTS[contextLevel] as number;
    }
    return Math.log(chance);
  }

  /** How likely a token is when nothing is known beside it. */
  alone(id: number): number {
    return this.#alone[id] as number;
  }

  /** What `forward` adds up, order by order: the place of the weight used and the share of the context that goes on so. */
  forwardSteps(ids: Uint16Array, i: number, { levels, stride }: Grams): { place: number; ratio: number }[] {
    const before = ids[i - 1] as number;
    return this.#steps(before, (order) =>
      i - order + 1 >= 0
        ? [
            levels[(order - 2) * stride + i - order + 1] as number,
            i - order >= 0 ? (levels[(order - 2) * stride + i - order] as number) : 0,
          ]
        : null,
    );
  }

  /** The same for `backward`. */
  backwardSteps(ids: Uint16Array, i: number, length: number, { levels, stride }: Grams): { place: number; ratio: number }[] {
    const after = ids[i + 1] as number;
    return this.#steps(after, (order) =>
      i + order <= length ? [levels[(order - 2) * stride + i] as number, levels[(order - 2) * stride + i + 1] as number] : null,
    );
  }

  #steps(neighbour: number, levelsAt: (order: number) => [number, number] | null): { place: number; ratio: number }[] {
    const steps: { place: number; ratio: number }[] = [];
    let context = this.counts.single[neighbour] as number;
    let contextLevel = this.#singleLevel[neighbour] as number;
    for (let order = 2; order <= ORDER && context > 0; order += 1) {
      const found = levelsAt(order);
      if (!found) break;
      steps.push({ place: order * LEVELS + contextLevel, ratio: Math.min(1, (COUNTS[found[0]] as number) / context) });
      contextLevel = found[1];
      context = COUNTS[contextLevel] as number;
    }
    return steps;
  }
}
