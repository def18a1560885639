import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { pick, randomFrom } from '../random.ts';
import { type Pair, shapes } from './shared-data.ts';

/** Kinds of slips with their share in the realistic mix, in per cent. */
export const MIX = {
  'homophone word': 32,
  'homophone character': 13,
  'shape character': 12,
  missing: 22,
  doubled: 10,
  swapped: 5,
  other: 6,
} as const;
export type Slip = keyof typeof MIX;
export const SLIPS = Object.keys(MIX) as Slip[];

export interface Injected extends Pair {
  kind: Slip;
  /** Where the slip stands in `source`. */
  start: number;
  end: number;
}

const HAN = /^[\u4e00-\u9fff]$/;

/** Readings without tone, from the table that ships; words with their frequency from the general list beside the repository. */
export interface Confusions {
  readings: Map<string, string[]>;
  bySound: Map<string, string>;
  words: Map<string, number>;
  wordsBySound: Map<string, string[]>;
  shapes: Map<string, string>;
  common: string;
}

const FREQUENT_WORD = -5.5;

export function loadConfusions(): Confusions {
  const table = JSON.parse(readFileSync(new URL('../../src/text/data/readings.json', import.meta.url), 'utf8')) as Record<string, string>;
  const bySound = new Map(Object.entries(table));
  const readings = new Map<string, string[]>();
  for (const [sound, letters] of bySound) for (const letter of letters) readings.set(letter, [...(readings.get(letter) ?? []), sound]);
  const packed = readFileSync(new URL('../../../shared/proofreading/lm/general_words.tsv.gz', import.meta.url));
  const words = new Map<string, number>();
  const wordsBySound = new Map<string, string[]>();
  for (const line of gunzipSync(packed).toString('utf8').split('\n')) {
    const [word = '', log = ''] = line.split('\t');
    if (word.length !== 2 || Number(log) < FREQUENT_WORD) continue;
    words.set(word, Number(log));
    const sound = [...word].map((letter) => readings.get(letter)?.[0] ?? '?').join(' ');
    wordsBySound.set(sound, [...(wordsBySound.get(sound) ?? []), word]);
  }
  const common = [
    ...new Set(
      [...words]
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, 4_000)
        .flatMap(([word]) => [...word]),
    ),
  ]
    .filter((letter) => HAN.test(letter))
    .join('');
  return { readings, bySound, words, wordsBySound, shapes: shapes(), common };
}

/** One slip in each sentence, by the shares of the mix; a sentence that offers no place for its slip is left out. */
export function injectMix(sentences: readonly string[], confusions: Confusions, seed = 20_261_122): Injected[] {
  const random = randomFrom(seed);
  const bag = SLIPS.flatMap((kind) => Array<Slip>(MIX[kind]).fill(kind));
  return sentences.flatMap((target) => inject(target, pick(bag, random) as Slip, confusions, random) ?? []);
}

const TRIES = 40;

function inject(target: string, kind: Slip, confusions: Confusions, random: () => number): Injected | null {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const at = Math.floor(random() * (target.length - 1));
    if (!HAN.test(target[at] as string) || !HAN.test(target[at + 1] as string)) continue;
    const edit = slipAt(target, at, kind, confusions, random);
    if (edit === null) continue;
    const source = target.slice(0, at) + edit.words + target.slice(at + edit.taken);
    if (source !== target) return { source, target, kind, start: at, end: at + edit.words.length };
  }
  return null;
}

function slipAt(
  text: string,
  at: number,
  kind: Slip,
  confusions: Confusions,
  random: () => number,
): { words: string; taken: number } | null {
  const letter = text[at] as string;
  const two = text.slice(at, at + 2);
  switch (kind) {
    case 'homophone word': {
      if (!confusions.words.has(two)) return null;
      const sound = [...two].map((one) => confusions.readings.get(one)?.[0]).join(' ');
      const other = pick(
        (confusions.wordsBySound.get(sound) ?? []).filter((word) => word !== two),
        random,
      );
      return other === undefined ? null : { words: other, taken: 2 };
    }
    case 'homophone character': {
      const sound = pick(confusions.readings.get(letter) ?? [], random);
      const others = [...(confusions.bySound.get(sound ?? '') ?? '')].filter((one) => one !== letter && confusions.common.includes(one));
      const other = pick(others, random);
      return other === undefined ? null : { words: other, taken: 1 };
    }
    case 'shape character': {
      const other = pick(
        [...(confusions.shapes.get(letter) ?? '')].filter((one) => confusions.common.includes(one)),
        random,
      );
      return other === undefined ? null : { words: other, taken: 1 };
    }
    case 'missing':
      return { words: '', taken: 1 };
    case 'doubled':
      return { words: letter + letter, taken: 1 };
    case 'swapped':
      return letter === two[1] ? null : { words: `${two[1]}${letter}`, taken: 2 };
    case 'other': {
      const other = pick([...confusions.common], random) as string;
      return { words: other, taken: 1 };
    }
  }
}
