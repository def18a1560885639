import type { Confusions } from './confusions.ts';
import { keyOf, SEED, step } from './hash.ts';
import { NgramTable } from './ngram-table.ts';

/** Words with how common they are: `levels[i]` is three steps to each doubling of the count of `words[i]`. */
export interface WordList {
  words: readonly string[];
  levels: Uint8Array;
}

export const wordLevelOf = (count: number): number => Math.max(1, Math.min(63, Math.round(3 * Math.log2(Math.max(1, count))) + 1));

/** Log chance of a word of each level among some sixty million words. */
const WORD_LOG = Float64Array.from({ length: 64 }, (_, level) => ((level - 1) / 3) * Math.LN2 - Math.log(60_000_000));
const UNKNOWN = -21;

/** Characters of the longest word looked up. */
export const LONGEST_WORD = 6;

/** Longest word that is sought by its sound, and how common it must be. */
const LONGEST_HEARD = 4;
const LEAST_HEARD = wordLevelOf(6);
const MOST_SPELLINGS = 4;

const FIRST: readonly number[] = [SEED];
const NONE: readonly number[] = [];

/** The states of a word read one syllable on, for each of its readings. */
export function spell(states: readonly number[], syllables: readonly number[]): number[] {
  const spelled: number[] = [];
  for (const state of states) {
    for (const syllable of syllables) {
      if (spelled.length === MOST_SPELLINGS) return spelled;
      spelled.push(step(state, syllable));
    }
  }
  return spelled;
}

/** The dictionary: which runs of characters are words, and which words sound like a run of characters. */
export class Lexicon {
  readonly #table: NgramTable;
  readonly #chars: Uint16Array;
  readonly #starts: Uint32Array;
  readonly #levels: Uint8Array;
  readonly #firstOf = new Int32Array(2 ** 17).fill(-1);
  readonly #nextOf: Int32Array;
  readonly #wordOf: Int32Array;
  readonly #soundOf: Int32Array;
  readonly #best = new Float64Array(64);

  constructor({ words, levels }: WordList, confusions: Confusions) {
    const table = new NgramTable(words.length);
    const starts = new Uint32Array(words.length + 1);
    const chars = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0));
    const firstOf = this.#firstOf;
    const nextOf: number[] = [];
    const wordOf: number[] = [];
    const soundOf: number[] = [];
    let end = 0;
    for (let w = 0; w < words.length; w += 1) {
      const word = words[w] as string;
      let state = SEED;
      const isHeard = word.length >= 2 && word.length <= LONGEST_HEARD && (levels[w] as number) >= LEAST_HEARD;
      let sounds: readonly number[] = isHeard ? FIRST : NONE;
      for (let i = 0; i < word.length; i += 1) {
        const id = word.charCodeAt(i);
        chars[end] = id;
        end += 1;
        state = step(state, id);
        if (sounds.length > 0) sounds = spell(sounds, confusions.sounds[id] ?? NONE);
      }
      starts[w + 1] = end;
      table.set(keyOf(state), levels[w] as number);
      for (const sound of sounds) {
        const bucket = keyOf(sound) >>> 15;
        nextOf.push(firstOf[bucket] as number);
        firstOf[bucket] = wordOf.length;
        wordOf.push(w);
        soundOf.push(sound);
      }
    }
    this.#table = table;
    this.#levels = levels;
    this.#starts = starts;
    this.#chars = chars;
    this.#nextOf = Int32Array.from(nextOf);
    this.#wordOf = Int32Array.from(wordOf);
    this.#soundOf = Int32Array.from(soundOf);
  }

  /** Level of the word in ids[from, to), 0 if it is none. */
  level(ids: Uint16Array, from: number, to: number): number {
    let state = SEED;
    for (let i = from; i < to; i += 1) state = step(state, ids[i] as number);
    return this.#table.level(keyOf(state));
  }

  /** Tells every pair of characters that stand side by side in a word. */
  eachPair(tell: (left: number, right: number) => void): void {
    const starts = this.#starts;
    const chars = this.#chars;
    for (let w = 0; w + 1 < starts.length; w += 1) {
      const end = starts[w + 1] as number;
      for (let i = (starts[w] as number) + 1; i < end; i += 1) tell(chars[i - 1] as number, chars[i] as number);
    }
  }

  levelOfState(state: number): number {
    return this.#table.level(keyOf(state));
  }

  /** Entry of the first word that sounds like the syllables whose state is `sound`, -1 if none. */
  firstLike(sound: number): number {
    return this.#like(this.#firstOf[keyOf(sound) >>> 15] as number, sound);
  }

  /** The next one after an entry. */
  nextLike(entry: number, sound: number): number {
    return this.#like(this.#nextOf[entry] as number, sound);
  }

  /** Of the entries of a bucket from this one on the first with the sound itself. */
  #like(entry: number, sound: number): number {
    let at = entry;
    while (at >= 0 && this.#soundOf[at] !== sound) at = this.#nextOf[at] as number;
    return at;
  }

  wordOf(entry: number): number {
    return this.#wordOf[entry] as number;
  }

  lengthOf(word: number): number {
    return (this.#starts[word + 1] as number) - (this.#starts[word] as number);
  }

  characterOf(word: number, i: number): number {
    return this.#chars[(this.#starts[word] as number) + i] as number;
  }

  levelOfWord(word: number): number {
    return this.#levels[word] as number;
  }

  /** Log chance of the likeliest way to cut ids[from, to) into words. */
  cut(ids: Uint16Array, from: number, to: number): number {
    const best = this.#best;
    const length = Math.min(to - from, 63);
    best.fill(-1e9, 0, length + 1);
    best[0] = 0;
    for (let i = 0; i < length; i += 1) {
      const so = best[i] as number;
      let state = SEED;
      const reach = Math.min(length, i + LONGEST_WORD);
      for (let end = i + 1; end <= reach; end += 1) {
        state = step(state, ids[from + end - 1] as number);
        const level = this.#table.level(keyOf(state));
        if (level === 0 && end > i + 1) continue;
        const chance = so + (level === 0 ? UNKNOWN : (WORD_LOG[level] as number));
        if (chance > (best[end] as number)) best[end] = chance;
      }
    }
    return best[length] as number;
  }
}
