import type { Edit } from './edit.ts';
import type { LanguageModel } from './language-model.ts';
import { type Lexicon, LONGEST_WORD } from './lexicon.ts';
import { ORDER } from './ngram-counts.ts';
import type { Passage } from './passage.ts';
import { isHan } from './tokens.ts';
import type { Trial } from './trial.ts';

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
] as const;

const AROUND = 10;
/** A name comes back within so many tokens. */
const PASSAGE = 300;
const CUT_REACH = 5;

interface Span {
  longest: number;
  ending: number;
  beginning: number;
  triples: number;
  fours: number;
  fives: number;
  seen: number;
}

/** Fills `row` with the features of edits; keeps its working space. */
export class FeatureReader {
  readonly row = new Float64Array(FEATURES.length);
  readonly #model: LanguageModel;
  readonly #lexicon: Lexicon;
  readonly #window = new Uint16Array(32);

  constructor(model: LanguageModel, lexicon: Lexicon) {
    this.#model = model;
    this.#lexicon = lexicon;
  }

  /** `trial` holds the edit made; `lead` is its gain less that of the next best edit at the same place, of `rivals` in all. */
  read(passage: Passage, edit: Edit, trial: Trial, lead: number, rivals: number): Float64Array {
    const { row } = this;
    const { tokens, grams, forward, backward } = passage;
    const { ids, length } = tokens;
    const { from, to } = edit;
    const gain = edit.forward + edit.backward;
    const now = spanOf(grams.levels, grams.stride, from, to, length);
    const then = spanOf(trial.grams.levels, trial.grams.stride, trial.from, trial.to, trial.length);
    let at = 0;
    row[at++] = edit.kind;
    row[at++] = edit.forward;
    row[at++] = edit.backward;
    row[at++] = Math.min(edit.forward, edit.backward);
    row[at++] = gain;
    row[at++] = this.#gainInWords(passage, edit);
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
    const newWord = this.#longestWord(trial.ids, trial.from, trial.to, trial.length);
    row[at++] = newWord >> 8;
    row[at++] = newWord & 255;
    const oldWord = this.#longestWord(ids, from, to, length);
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
    row[at++] = this.#cost(ids, Math.max(1, from - CUT_REACH), Math.min(length - 1, to + CUT_REACH));
    row[at++] = elsewhere(ids, length, from);
    row[at++] = Math.min(length, 60);
    row[at++] = passage.putRight;
    row[at++] = this.#wordUpTo(ids, from);
    row[at++] = this.#wordFrom(ids, from, length);
    return row;
  }

  #gainInWords({ tokens }: Passage, { from, to, ids }: Edit): number {
    const left = Math.max(1, from - CUT_REACH);
    const right = Math.min(tokens.length - 1, to + CUT_REACH);
    const window = this.#window;
    let length = 0;
    for (let i = left; i < from; i += 1) window[length++] = tokens.ids[i] as number;
    for (const id of ids) window[length++] = id;
    for (let i = to; i < right; i += 1) window[length++] = tokens.ids[i] as number;
    return this.#lexicon.cut(window, 0, length) - this.#lexicon.cut(tokens.ids, left, right);
  }

  #cost(ids: Uint16Array, from: number, to: number): number {
    return this.#lexicon.cut(ids, from, to) / (to - from);
  }

  /** Length (above the low eight bits) and level of the longest word over the edit; of a gap, one that spans it. */
  #longestWord(ids: Uint16Array, from: number, to: number, length: number): number {
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
  #wordUpTo(ids: Uint16Array, end: number): number {
    for (let start = Math.max(1, end - LONGEST_WORD); start < end - 1; start += 1) {
      const level = this.#lexicon.level(ids, start, end);
      if (level > 0) return level;
    }
    return 0;
  }

  /** The same of the word that begins there. */
  #wordFrom(ids: Uint16Array, start: number, length: number): number {
    for (let end = Math.min(length - 1, start + LONGEST_WORD); end > start + 1; end -= 1) {
      const level = this.#lexicon.level(ids, start, end);
      if (level > 0) return level;
    }
    return 0;
  }

  #rarest(ids: ArrayLike<number>, from: number, to: number): number {
    let rarest = 0;
    for (let i = from; i < to; i += 1) rarest = Math.min(rarest, this.#model.rarity(ids[i] as number));
    return rarest;
  }
}

/** The n-grams that hold a token of [from, to) and one beside it; over a gap, those that span it. */
function spanOf(levels: Uint8Array, stride: number, from: number, to: number, length: number): Span {
  const span: Span = { longest: 1, ending: 1, beginning: 1, triples: 0, fours: 0, fives: 0, seen: 0 };
  const last = to === from ? to : to - 1;
  const first = to === from ? from - 1 : from;
  for (let order = 2; order <= ORDER; order += 1) {
    const row = (order - 2) * stride;
    let best = 0;
    // From the first that holds `first` to the last that holds `last`; of a gap, only those that hold both sides.
    const begin = Math.max(0, (to === from ? last : first) - order + 1);
    const end = to === from ? first : last;
    for (let i = begin; i <= end && i + order <= length; i += 1) {
      const level = levels[row + i] as number;
      if (level === 0) continue;
      span.seen += 1;
      if (level > best) best = level;
      if (i + order - 1 === last && i + order - 1 >= first) span.ending = order;
      if (i === first) span.beginning = order;
    }
    if (best > 0) span.longest = order;
    if (order === 3) span.triples = best;
    if (order === 4) span.fours = best;
    if (order === 5) span.fives = best;
  }
  return span;
}

function least(chances: Float64Array, from: number, to: number): number {
  let found = 0;
  for (let i = from; i < to; i += 1) found = Math.min(found, chances[i] as number);
  return found;
}

/** How well the model knows the text around the edit but not beside it: the mean log chance of a token. */
function known({ tokens, forward, backward }: Passage, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let i = Math.max(1, from - AROUND); i < Math.min(tokens.length - 1, to + AROUND); i += 1) {
    if (i >= from - 2 && i < to + 2) continue;
    sum += Math.max(forward[i] as number, backward[i] as number);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** The least likely token a little way off: a name or foreign word begins there. */
function worstBeside({ tokens, forward, backward }: Passage, from: number, to: number): number {
  let worst = 0;
  for (let i = Math.max(1, from - 5); i < Math.min(tokens.length - 1, to + 5); i += 1) {
    if (i < from - 1 || i > to) worst = Math.min(worst, Math.max(forward[i] as number, backward[i] as number));
  }
  return worst;
}

function edge(ids: Uint16Array, from: number, direction: number, length: number): number {
  let distance = 0;
  for (let i = from; i > 0 && i < length - 1 && distance < 8 && isHan(ids[i] as number); i += direction) distance += 1;
  return distance;
}

/** Whether the odd pair stands elsewhere nearby as well: a name does, a slip does not. */
function elsewhere(ids: Uint16Array, length: number, from: number): number {
  let found = 0;
  const end = Math.min(length - 1, from + PASSAGE);
  for (let i = Math.max(1, from - PASSAGE); i < end; i += 1) {
    if (i !== from && ids[i] === ids[from] && ids[i + 1] === ids[from + 1]) found += 1;
    if (i !== from - 1 && ids[i] === ids[from - 1] && ids[i + 1] === ids[from]) found += 1;
  }
  return Math.min(found, 4);
}

const isNumberOrLatin = (id: number): boolean => id < 0x80 && id > 2;
