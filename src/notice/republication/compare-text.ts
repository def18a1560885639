import { type Folded, fold } from './fold.ts';
import type { IssuedSentence, IssuedText } from './issued-text.ts';

/** Where a page says something else: words of the notice that are not there, words of the page that are not the notice's. */
export interface TextDifference {
  issued: string | null;
  page: string | null;
}

/** 转发件与原文: `absent` = the page does not carry the text at all. */
export const TEXT_STATES = { equal: '内容一致', differs: '内容有出入', absent: '页面上没有这份通报的正文' } as const;
export type TextState = keyof typeof TEXT_STATES;

export interface TextComparison {
  state: TextState;
  differences: readonly TextDifference[];
}

/** Between two sentences a page has no more furniture than this; what lies farther off is not the next sentence. */
const LONGEST_GAP = 400;
const MOST_STARTS = 12;
/** With less than half of its sentences there, a page carries another text. */
const LEAST_SHARE = 0.5;

interface Alignment {
  found: number;
  differences: TextDifference[];
}

/**
 * Looks for an issued notice in the text of a page, sentence by sentence and in order (seeds B08). What stands before its
 * first and after its last sentence is the page's own; spacing and the width of marks do not count.
 */
export function compareText(issued: IssuedText, page: string): TextComparison {
  const folded = fold(page);
  const best = starts(issued.sentences, folded.text)
    .map((start) => align(issued.sentences, { page, folded, start }))
    .sort((a, b) => b.found - a.found || a.differences.length - b.differences.length)
    .at(0);
  const needed = issued.sentences.filter(({ optional }) => !optional).length;
  if (!best || best.found < needed * LEAST_SHARE) return { state: 'absent', differences: [] };
  const title = folded.text.includes(fold(issued.title).text) ? [] : [{ issued: issued.title, page: null }];
  const differences = [...title, ...best.differences];
  return { state: differences.length === 0 ? 'equal' : 'differs', differences };
}

/** Where the text may begin: its first sentences, wherever they stand; a page may quote them in its head. */
function starts(sentences: readonly IssuedSentence[], text: string): number[] {
  const found = sentences.slice(0, 3).flatMap((sentence) => {
    const at: number[] = [];
    const wanted = fold(sentence.text).text;
    for (let i = text.indexOf(wanted); i >= 0 && at.length < MOST_STARTS; i = text.indexOf(wanted, i + 1)) at.push(i);
    return at;
  });
  return [...new Set(found)].slice(0, MOST_STARTS);
}

function align(sentences: readonly IssuedSentence[], place: { page: string; folded: Folded; start: number }): Alignment {
  const { folded, start } = place;
  const differences: TextDifference[] = [];
  let found = 0;
  let end = start;
  let missing: IssuedSentence[] = [];
  for (const sentence of sentences) {
    const hit = find(sentence, folded.text, end, missing);
    if (hit === null) {
      missing.push(sentence);
      continue;
    }
    note(differences, missing, between(place, end, hit.at));
    missing = [];
    if (!sentence.optional) found += 1;
    end = hit.to;
  }
  note(differences, missing, null);
  return { found, differences };
}

function find(sentence: IssuedSentence, text: string, from: number, missing: readonly IssuedSentence[]): { at: number; to: number } | null {
  const reach = LONGEST_GAP + 2 * missing.reduce((sum, { text: words }) => sum + words.length, 0);
  for (const words of new Set([sentence.text, sentence.masked])) {
    const wanted = fold(words).text;
    const at = text.indexOf(wanted, from);
    if (at >= 0 && at - from <= reach) return { at, to: at + wanted.length };
  }
  return null;
}

/** Words of the page between two folded offsets, as they stand there; null where nothing is said. */
function between({ page, folded }: { page: string; folded: Folded }, from: number, to: number): string | null {
  if (!/[\p{L}\p{N}]/u.test(folded.text.slice(from, to))) return null;
  const end = to < folded.at.length ? folded.at[to] : page.length;
  return page.slice(folded.at[from], end).replace(/\s+/gu, ' ').trim();
}

function note(differences: TextDifference[], missing: readonly IssuedSentence[], page: string | null): void {
  const lost = missing.filter(({ optional }) => !optional).map(({ text }) => text);
  if (lost.length > 0 || page !== null) differences.push({ issued: lost.length > 0 ? lost.join('') : null, page });
}
