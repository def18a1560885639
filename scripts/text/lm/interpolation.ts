import { type LanguageCounts, LanguageModel, makeGrams, type OrderWeights } from '../../../src/text/statistics/language-model.ts';
import { ORDER } from '../../../src/text/statistics/ngram-counts.ts';
import { LEVELS } from '../../../src/text/statistics/ngram-table.ts';
import { tokenise } from '../../../src/text/statistics/tokens.ts';

const ROUNDS = 8;

/** Half for every order: where the search for the weights begins. */
const HALVES: OrderWeights = new Float64Array((ORDER + 1) * LEVELS).fill(0.5);
export const EVEN_WEIGHTS = { forward: HALVES, backward: HALVES };

/**
 * Weights of the orders (deleted interpolation after Jelinek and Mercer): those under which paragraphs that were not counted are
 * likeliest, found by expectation maximisation; one weight for each order and level of the context.
 */
export function fitWeights(counts: LanguageCounts, heldOut: readonly string[]): { forward: OrderWeights; backward: OrderWeights } {
  const fitted = { ...counts, ...EVEN_WEIGHTS };
  for (let round = 0; round < ROUNDS; round += 1) {
    const model = new LanguageModel(fitted);
    const gained = { forward: new Tally(), backward: new Tally() };
    for (const paragraph of heldOut) {
      const { ids, length } = tokenise(paragraph);
      const grams = makeGrams(length);
      model.fill(ids, length, grams);
      for (let i = 1; i < length - 1; i += 1) {
        gained.forward.take(fitted.forward, model.forwardSteps(ids, i, grams), model.alone(ids[i] as number));
        gained.backward.take(fitted.backward, model.backwardSteps(ids, i, length, grams), model.alone(ids[i] as number));
      }
    }
    fitted.forward = gained.forward.weights();
    fitted.backward = gained.backward.weights();
  }
  return { forward: fitted.forward, backward: fitted.backward };
}

/** Expected use of each weight. */
class Tally {
  readonly #used = new Float64Array((ORDER + 1) * LEVELS).fill(1);
  readonly #asked = new Float64Array((ORDER + 1) * LEVELS).fill(2);

  take(weights: OrderWeights, steps: readonly { place: number; ratio: number }[], alone: number): void {
    const chances = [alone];
    for (const { place, ratio } of steps) {
      const weight = weights[place] as number;
      chances.push(weight * ratio + (1 - weight) * (chances.at(-1) as number));
    }
    let left = 1;
    for (let s = steps.length - 1; s >= 0; s -= 1) {
      const { place, ratio } = steps[s] as { place: number; ratio: number };
      const share = ((weights[place] as number) * ratio) / (chances[s + 1] as number);
      this.#asked[place] = (this.#asked[place] as number) + left;
      this.#used[place] = (this.#used[place] as number) + left * share;
      left *= 1 - share;
    }
  }

  weights(): OrderWeights {
    return this.#used.map((used, place) => Math.min(0.995, used / (this.#asked[place] as number)));
  }
}
