import { pick, randomFrom } from '../random.ts';
import type { Confusions } from './inject.ts';

/** A phrase with one slip inside, in a sentence. */
export interface EditedPhrase {
  kind: string;
  phrase: string;
  text: string;
  start: number;
  end: number;
}

/** Sentences of the kind such phrases stand in; made for this. */
const CARRIERS: readonly [string, string][] = [
  ['会议强调，要认真学习', '，结合实际抓好落实。'],
  ['根据', '的有关规定，现将有关事项通知如下。'],
  ['各单位要严格执行', '，切实维护群众合法权益。'],
  ['近日，县政府办公室组织学习了', '，进一步统一思想认识。'],
  ['要以', '为遵循，扎实推进各项工作。'],
  ['本办法依据', '制定，自发布之日起施行。'],
  ['关于', '的宣传工作已在全县展开。'],
  ['违反', '的，依法追究责任。'],
];

const KINDS = ['homophone', 'shape', 'other', 'missing', 'doubled', 'swapped'] as const;

/** Every kind of one-letter slip once in every phrase, never at its first or last letter. */
export function editedPhrases(phrases: readonly string[], confusions: Confusions, seed = 4_711): EditedPhrase[] {
  const random = randomFrom(seed);
  const known = new Set(phrases);
  return phrases.flatMap((phrase) =>
    KINDS.flatMap((kind) => {
      const wrong = slip(phrase, kind, confusions, random);
      if (wrong === null || wrong === phrase || known.has(wrong)) return [];
      const [before, after] = pick(CARRIERS, random) as [string, string];
      return [{ kind, phrase, text: before + wrong + after, start: before.length, end: before.length + wrong.length }];
    }),
  );
}

const HAN = /^[\u4e00-\u9fff]$/;

function slip(
  phrase: string,
  kind: (typeof KINDS)[number],
  { readings, bySound, shapes, common }: Confusions,
  random: () => number,
): string | null {
  const inner = Array.from({ length: Math.max(0, phrase.length - 2) }, (_, i) => i + 1).filter((i) => HAN.test(phrase[i] as string));
  const at = pick(inner, random);
  if (at === undefined) return null;
  const letter = phrase[at] as string;
  const put = (words: string, taken = 1): string => phrase.slice(0, at) + words + phrase.slice(at + taken);
  const chosen = (others: string): string | null => {
    const other = pick(
      [...others].filter((one) => one !== letter && common.includes(one)),
      random,
    );
    return other === undefined ? null : put(other);
  };
  switch (kind) {
    case 'homophone':
      return chosen(bySound.get(pick(readings.get(letter) ?? [], random) ?? '') ?? '');
    case 'shape':
      return chosen(shapes.get(letter) ?? '');
    case 'other':
      return chosen(common);
    case 'missing':
      return put('');
    case 'doubled':
      return put(letter + letter);
    case 'swapped':
      return at + 2 < phrase.length ? put(`${phrase[at + 1]}${letter}`, 2) : null;
  }
}

export const EDIT_KINDS: readonly string[] = KINDS;
