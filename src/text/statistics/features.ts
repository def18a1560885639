import type { Edit } from './edit.ts';
import type { LanguageModel } from './language-model.ts';
import type { Passage } from './passage.ts';
import { spanOf } from './span.ts';
import { edge, elsewhere, isNumberOrLatin, known, least, newElsewhere, worstBeside } from './surroundings.ts';
import type { Trial } from './trial.ts';
import type { WordReader } from './word-reader.ts';

/** What the judge is told of an edit, in this order. "old" is the text as it stands, "new" with the edit made. */
export const FEATURES = [
  'kind',
  'gain forward',
  'gain backward',
  'least gain',
  'gain',
  'gain in words',
  'lead over the next edit there',
  'edits there',
  'new least forward',
  'new least backward',
  'old least forward',
  'old least backward',
  'new longest known',
  'new longest known ending there',
  'new longest known beginning there',
  'new level of triples',
  'new level of fours',
  'new level of fives',
  'new seen n-grams',
  'old longest known',
  'old longest known ending there',
  'old longest known beginning there',
  'old level of triples',
  'old level of fours',
  'old seen n-grams',
  'new left pair',
  'new right pair',
  'old left pair',
  'old right pair',
  'new word length',
  'new word level',
  'old word length',
  'old word level',
  'old rarity',
  'new rarity',
  'old tokens',
  'known around',
  'worst beside',
  'tokens to the left edge',
  'tokens to the right edge',
  'beside number or Latin',
  'old words per token',
  'old pair elsewhere',
  'block length',
  'put right before',
  'old word up to there',
  'old word from there',
  'old chance at the edges',
  'new pair elsewhere',
  'known in block',
] as const;

/** Fills `row` with the features of edits; keeps its working space. */
export class FeatureReader {
  readonly row = new Float64Array(FEATURES.length);
  readonly #model: LanguageModel;
  readonly #words: WordReader;

  constructor(model: LanguageModel, words: WordReader) {
    this.#model = model;
    this.#words = words;
  }

  /** `trial` holds the edit made; `lead` is its gain less that of the next best edit at the same place, of `rivals` in all. */
  read(passage: Passage, edit: Edit, trial: Trial, lead: number, rivals: number): Float64Array {
    const { row } = this;
    const words = this.#words;
    const { tokens, grams, forward, backward } = passage;
    const { ids, length } = tokens;
    const { from, to } = edit;
    const isGap = to === from;
    const gain = edit.forward + edit.backward;
    const now = spanOf(grams.levels, grams.stride, from, to, length);
    const then = spanOf(trial.grams.levels, trial.grams.stride, trial.from, trial.to, trial.length);
    let at = 0;
    row[at++] = edit.kind;
    row[at++] = edit.forward;
    row[at++] = edit.backward;
    row[at++] = Math.min(edit.forward, edit.backward);
    row[at++] = gain;
    row[at++] = words.gain(ids, length, edit);
    row[at++] = lead;
    row[at++] = rivals;
    row[at++] = trial.leastForward;
    row[at++] = trial.leastBackward;
    row[at++] = least(forward, from, to === from ? to + 1 : to);
    row[at++] = least(backward, to === from ? from - 1 : from, to);
    row[at++] = then.longest;
    row[at++] = then.ending;
    row[at++] = then.beginning;
    row[at++] = then.triples;
    row[at++] = then.fours;
    row[at++] = then.fives;
    row[at++] = then.seen;
    row[at++] = now.longest;
    row[at++] = now.ending;
    row[at++] = now.beginning;
    row[at++] = now.triples;
    row[at++] = now.fours;
    row[at++] = now.seen;
    row[at++] = trial.grams.levels[trial.from - 1] as number;
    row[at++] = trial.to > trial.from ? (trial.grams.levels[trial.to - 1] as number) : -1;
    row[at++] = grams.levels[from - 1] as number;
    row[at++] = to > from ? (grams.levels[to - 1] as number) : -1;
    const newWord = words.longest(trial.ids, trial.from, trial.to, trial.length);
    row[at++] = newWord >> 8;
    row[at++] = newWord & 255;
    const oldWord = words.longest(ids, from, to, length);
    row[at++] = oldWord >> 8;
    row[at++] = oldWord & 255;
    row[at++] = this.#rarest(ids, from, to);
    row[at++] = this.#rarest(edit.ids, 0, edit.ids.length);
    row[at++] = to - from;
    row[at++] = known(passage, from, to);
    row[at++] = worstBeside(passage, from, to);
    row[at++] = edge(ids, from - 1, -1, length);
    row[at++] = edge(ids, to, 1, length);
    row[at++] = isNumberOrLatin(ids[from - 1] as number) || isNumberOrLatin(ids[to] as number) ? 1 : 0;
    row[at++] = words.cost(ids, length, from, to);
    row[at++] = elsewhere(ids, length, from);
    row[at++] = Math.min(length, 60);
    row[at++] = passage.putRight;
    row[at++] = words.levelUpTo(ids, from);
    row[at++] = words.levelFrom(ids, from, length);
    row[at++] = isGap ? (forward[to] as number) + (backward[from - 1] as number) : (forward[from] as number) + (backward[to - 1] as number);
    row[at++] = newElsewhere(ids, length, edit);
    row[at++] = passage.known;
    return row;
  }

  #rarest(ids: ArrayLike<number>, from: number, to: number): number {
    let rarest = 0;
    for (let i = from; i < to; i += 1) rarest = Math.min(rarest, this.#model.rarity(ids[i] as number));
    return rarest;
  }
}
