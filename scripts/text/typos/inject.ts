import { syllablesOf } from '../../../src/text/characters/readings.ts';
import { sameShape } from '../../../src/text/characters/shapes.ts';

/** Kinds of slips with their share among those that editors find (Xinhua 2017: 31 wrong characters, 16 missing, 6 extra, 2 swapped, 15 misused words of 70). */
export const SLIP_SHARES = {
  'homophone word': 32,
  'homophone character': 13,
  shape: 12,
  missing: 22,
  doubled: 10,
  swapped: 5,
  other: 6,
} as const;
export type SlipKind = keyof typeof SLIP_SHARES;

export interface Slip {
  kind: SlipKind;
  /** The text with the slip in it. */
  text: string;
}

const HAN = /[\u4e00-\u9fff]/;
const TRIES = 12;

/** Makes slips like those of typing, of scanning and of hasty editing. */
export class SlipMaker {
  readonly #words: ReadonlyMap<string, number>;
  readonly #counts: ReadonlyMap<string, number>;
  readonly #alike = new Map<string, string[]>();
  readonly #heard = new Map<string, string[]>();
  readonly #random: () => number;

  /** `words` with their counts; `counts` of single characters: rarer ones are rarely typed by mistake. */
  constructor(words: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>, random: () => number) {
    this.#words = words;
    this.#counts = counts;
    this.#random = random;
    for (const word of words.keys()) if (word.length >= 2 && word.length <= 4) push(this.#alike, soundOf(word), word);
    for (const character of counts.keys()) for (const syllable of syllablesOf(character)) push(this.#heard, syllable, character);
  }

  /** A slip of a kind drawn by its share, or null where the text has no room for it. */
  make(text: string): Slip | null {
    const kinds = Object.entries(SLIP_SHARES) as [SlipKind, number][];
    let draw = this.#random() * kinds.reduce((sum, [, share]) => sum + share, 0);
    const kind = kinds.find(([, share]) => {
      draw -= share;
      return draw < 0;
    })?.[0] as SlipKind;
    for (let t = 0; t < TRIES; t += 1) {
      const changed = this.#change(kind, text, Math.floor(this.#random() * text.length));
      if (changed !== null && changed !== text) return { kind, text: changed };
    }
    return null;
  }

  #change(kind: SlipKind, text: string, i: number): string | null {
    const character = text[i] as string;
    if (!HAN.test(character)) return null;
    const put = (length: number, other: string | undefined): string | null =>
      other === undefined ? null : text.slice(0, i) + other + text.slice(i + length);
    if (kind === 'homophone word') {
      const word = this.#wordAt(text, i);
      return word === null
        ? null
        : put(
            word.length,
            this.#draw(
              (this.#alike.get(soundOf(word)) ?? []).filter((other) => other !== word),
              this.#words,
            ),
          );
    }
    if (kind === 'homophone character') return put(1, this.#draw(this.#sounding(character), this.#counts));
    if (kind === 'shape') return put(1, this.#draw(sameShape(character), this.#counts));
    if (kind === 'other') return put(1, this.#draw([...this.#counts.keys()], this.#counts));
    if (kind === 'missing') return put(1, '');
    const next = text[i + 1] as string;
    if (kind === 'doubled') {
      const word = this.#random() < 0.25 ? this.#wordAt(text, i) : null;
      return word ? put(0, word) : put(1, character + character);
    }
    return next && HAN.test(next) && next !== character ? put(2, next + character) : null;
  }

  #sounding(character: string): string[] {
    return syllablesOf(character)
      .flatMap((syllable) => this.#heard.get(syllable) ?? [])
      .filter((other) => other !== character);
  }

  /** The longest word that begins there. */
  #wordAt(text: string, i: number): string | null {
    for (let length = 4; length >= 2; length -= 1) {
      const word = text.slice(i, i + length);
      if (word.length === length && (this.#words.get(word) ?? 0) >= 20) return word;
    }
    return null;
  }

  /** One of them, common ones oftener (by the root of the count); undefined if none is known. */
  #draw(others: readonly string[], counts: ReadonlyMap<string, number>): string | undefined {
    const weights = others.map((other) => Math.sqrt(counts.get(other) ?? 0));
    let draw = this.#random() * weights.reduce((sum, weight) => sum + weight, 0);
    return others.find((_, k) => {
      draw -= weights[k] as number;
      return draw < 0;
    });
  }
}

const soundOf = (word: string): string => [...word].map((character) => syllablesOf(character)[0] ?? character).join(' ');

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
