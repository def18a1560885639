import { sameSound } from '../characters/readings.ts';
import { sameShape } from '../characters/shapes.ts';
import type { Phrase } from './phrase.ts';
import { isWord } from './two-letter-words.ts';
import type { WrongWord } from './wrong-word.ts';

/** Wordings of four letters with the middle two swapped (共富同裕): swapped so, no half of them is left for the index. */
export function swappedSpellings(phrases: readonly Phrase[]): WrongWord[] {
  return phrases
    .filter(({ text, validTo }) => /^\p{Script=Han}{4}$/u.test(text) && validTo === null && text[1] !== text[2])
    .map(({ text, severity }) => {
      const [first, second, third, fourth] = [...text] as [string, string, string, string];
      return { wrong: first + third + second + fourth, right: text, unless: [], severity };
    });
}

/**
 * Names of three letters (审计局) are too short for the index: the spellings with another middle letter that sounds the same or
 * looks alike are made as wrong words, unless that letter makes an ordinary word with a neighbour.
 */
export function wrongSpellings(phrases: readonly Phrase[]): WrongWord[] {
  return phrases
    .filter(({ text, kind, validTo }) => text.length === 3 && kind === 'organ' && validTo === null)
    .flatMap(({ text, severity }) => {
      const [first, middle, last] = [...text] as [string, string, string];
      const others = new Set([...sameSound(middle), ...sameShape(middle)]);
      others.delete(middle);
      return [...others]
        .filter((other) => !isWord(first, other) && !isWord(other, last))
        .map((other) => ({ wrong: first + other + last, right: text, unless: [], severity }));
    });
}
