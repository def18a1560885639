import { soundsAlike, syllablesOf } from '../../../src/text/characters/readings.ts';
import { sameShape } from '../../../src/text/characters/shapes.ts';

/** Kinds of slips with their share, after what editors find (Xinhua 2017: of 70, 31 wrong characters, 16 missing, 6 extra, 2 swapped, 15 misused words). */
export const SLIP_SHARES = {
  'homophone word': 32,
  'homophone character': 13,
  shape: 14,
  missing: 22,
  doubled: 10,
  swapped: 5,
  other: 6,
} as const;
export type SlipKind = keyof typeof SLIP_SHARES;

/** A slip: at `at`, `put` stands instead of `length` characters. */
export interface Slip {
  kind: SlipKind;
  at: number;
  length: number;
  put: string;
}

const HAN = /[\u4e00-\u9fff]/;
const TRIES = 12;
/** Share of homophones that sound alike only to some ears (shi/si, nan/lan). */
const NEARLY = 0.12;
const KINDS = Object.entries(SLIP_SHARES) as [SlipKind, number][];
const SHARES = KINDS.reduce((sum, [, share]) => sum + share, 0);

/** Draws slips like those of typing, of scanning and of hasty editing. */
export class SlipMaker {
  readonly #words: ReadonlyMap<string, number>;
  readonly #counts: ReadonlyMap<string, number>;
  readonly #common: readonly string[];
  readonly #alike = new Map<string, string[]>();
  readonly #heard = new Map<string, string[]>();
  readonly #random: () => number;

  /** `words` with their counts; `counts` of single characters: rarer ones are rarely typed by mistake. */
  constructor(words: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>, random: () => number) {
    this.#words = words;
    this.#counts = counts;
    this.#common = [...counts.keys()];
    this.#random = random;
    for (const word of words.keys()) if (word.length >= 2 && word.length <= 4) push(this.#alike, soundOf(word), word);
    for (const character of counts.keys()) for (const syllable of syllablesOf(character)) push(this.#heard, syllable, character);
  }

  /** A slip of a kind drawn by its share, or null where the text has no room for it. */
  make(text: string): Slip | null {
    let draw = this.#random() * SHARES;
    const kind = KINDS.find(([, share]) => {
      draw -= share;
      return draw < 0;
    })?.[0] as SlipKind;
    for (let t = 0; t < TRIES; t += 1) {
      const at = Math.floor(this.#random() * text.length);
      const slip = HAN.test(text[at] as string) ? this.#change(kind, text, at) : null;
      if (slip && slip.put !== text.slice(at, at + slip.length)) return slip;
    }
    return null;
  }

  #change(kind: SlipKind, text: string, at: number): Slip | null {
    const character = text[at] as string;
    const next = text[at + 1] ?? '';
    const slip = (length: number, put: string | undefined): Slip | null => (put === undefined ? null : { kind, at, length, put });
    if (kind === 'homophone word') {
      const word = this.#wordAt(text, at);
      return word === null
        ? null
        : slip(
            word.length,
            this.#draw(
              (this.#alike.get(soundOf(word)) ?? []).filter((other) => other !== word),
              this.#words,
            ),
          );
    }
    if (kind === 'homophone character') return slip(1, this.#draw(this.#sounding(character), this.#counts));
    if (kind === 'shape') return slip(1, this.#draw(sameShape(character), this.#counts));
    if (kind === 'other') return slip(1, this.#draw(this.#common, this.#counts));
    if (kind === 'missing') return slip(1, '');
    if (kind === 'doubled') {
      const word = this.#random() < 0.3 ? this.#wordAt(text, at) : null;
      return slip(0, word ?? character);
    }
    return HAN.test(next) && next !== character ? slip(2, next + character) : null;
  }

  #sounding(character: string): string[] {
    if (this.#random() < NEARLY) return this.#common.filter((other) => other !== character && soundsAlike(character, other));
    return syllablesOf(character)
      .flatMap((syllable) => this.#heard.get(syllable) ?? [])
      .filter((other) => other !== character);
  }

  /** The longest word that begins there. */
  #wordAt(text: string, at: number): string | null {
    for (let length = 4; length >= 2; length -= 1) {
      const word = text.slice(at, at + length);
      if (word.length === length && (this.#words.get(word) ?? 0) >= 20) return word;
    }
    return null;
  }

  /** One of them, common ones oftener (by the root of the count); undefined if none is known. */
  #draw(others: readonly string[], counts: ReadonlyMap<string, number>): string | undefined {
    const weights = others.map((other) => Math.sqrt(counts.get(other) ?? 0));
    let draw = this.#random() * weights.reduce((sum, weight) => sum + weight, 0);
    return others.find((_, i) => {
      draw -= weights[i] as number;
      return draw < 0;
    });
  }
}

/** The text with slips in it; they must not overlap. */
export function withSlips(text: string, slips: readonly Slip[]): string {
  const order = [...slips].sort((a, b) => b.at - a.at);
  return order.reduce((so, { at, length, put }) => so.slice(0, at) + put + so.slice(at + length), text);
}

const soundOf = (word: string): string => [...word].map((character) => syllablesOf(character)[0] ?? character).join(' ');

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
