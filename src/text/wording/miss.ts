import type { Edit } from './edits.ts';
import type { PhraseKind } from './phrase.ts';
import { isWord } from './two-letter-words.ts';

/** A wording met with slips, and what stands around it. */
export interface Miss {
  phrase: string;
  phraseKind: PhraseKind;
  text: string;
  start: number;
  end: number;
  edits: readonly Edit[];
  /** The spelling stands alone between 《 and 》. */
  isTitle: boolean;
  /** Whether a wording is right by itself: 人民政府 within 乡人民政府. */
  isKnown(wording: string): boolean;
}

/** Letters that end words of three (机器人, 污染物, 审计组): before a gap or an odd letter they may belong to what stands outside. */
const ENDING = /[人物组政责贯等有员者区性化费品药业机会部局所院依]/;
export const HAN = /\p{Script=Han}/u;

/** Words before a title that is cited without 《》; a place before it makes it another, local, statute. */
const CITES = /(?:违反|依据|根据|依照|按照|贯彻|落实|执行|实施|学习|关于|共和国|[和及与或将把受让以的])$/;

/** Whether the wording is cited as a title although no 《》 stand about it. */
export function isCited({ text, start }: Miss): boolean {
  return !HAN.test(text[start - 1] ?? '') || CITES.test(text.slice(Math.max(0, start - 3), start));
}

/** Whether the only letter before the gap may be the end of a word outside the phrase. */
export function endsOutside({ phrase, text, start }: Miss, { phraseAt }: Edit): boolean {
  const before = text[start - 1] ?? '';
  if (phraseAt !== 1 || !HAN.test(before)) return false;
  const ending = phrase.length < 8 ? ENDING : /药/;
  return ending.test(text[start] as string) || isWord(before, text[start]);
}

/** Whether the only letter behind the gap of a short phrase may stand for itself: 国家有计划地, 一般刑事罪. */
export function endsInside({ phrase, text, end }: Miss, { phraseAt }: Edit): boolean {
  return phraseAt === phrase.length - 2 && /[有罪少日]/.test(text[end - 1] as string);
}

/** Whether missing letters cut a word in two (共和国动物 → 共物): 暂行 of a title may have been left out on purpose. */
export function cutsWord(phrase: string, { phraseAt, phraseLength }: Edit): boolean {
  const to = phraseAt + phraseLength;
  const left = isWord(phrase[phraseAt - 1], phrase[phraseAt]) && !isWord(phrase[phraseAt - 2], phrase[phraseAt - 1]);
  const right = isWord(phrase[to - 1], phrase[to]) && !isWord(phrase[to], phrase[to + 1]);
  return left || right;
}

/** Of a phrase of four letters: whether the odd spot makes no word with anything around it, so that only the slip explains it. */
export function standsAlone({ phrase, text, start, end }: Miss, wrong: string, edit: Edit): boolean {
  if (edit.phraseAt === 0 || edit.phraseAt === phrase.length - 1) return false;
  const before = text[edit.textAt - 1];
  const after = text[edit.textAt + wrong.length];
  const inside = wrong === '' ? isWord(before, after) : isWord(before, wrong) || isWord(wrong, after);
  return !inside && !isWord(text[start - 1], text[start]) && !isWord(text[end - 1], text[end]);
}
