import type { CalendarDate } from '../../core/date.ts';
import type { BlockReader, Finding } from '../finding.ts';
import { compileBlends } from './blend.ts';
import { compileWrongWords } from './compile-wrong-words.ts';
import { readDeadlines } from './deadline.ts';
import { fold } from './fold.ts';
import { DOUBTFUL, judgeMiss } from './judge-miss.ts';
import { idiomSpelling, type KnownSpelling, spellingsOf } from './known-spelling.ts';
import { outdated } from './outdated.ts';
import type { Phrase } from './phrase.ts';
import { type Meeting, PhraseIndex } from './phrase-index.ts';
import { swappedSpellings, wrongSpellings } from './short-names.ts';
import { tellBlend, tellMiss, tellOutdated } from './tell.ts';
import type { WrongWord } from './wrong-word.ts';

/** The lists of official wording (规范表述). */
export interface WordingLists {
  phrases: readonly Phrase[];
  wrongWords: readonly WrongWord[];
  /** Idioms of four letters; only slips of ear and eye in them are told. One behind `=` is right, slips of it are not searched. */
  idioms: readonly string[];
  /** The lists are taken as they stand on this day: a wording whose last day is past is outdated. */
  day: CalendarDate;
}

/**
 * Makes the reader of layer L1: near misses of fixed wordings and titles, blends of two of them, outdated ones, and spellings
 * known to be wrong. Takes some 50 ms for the lists that ship.
 */
export function compileWording({ phrases, wrongWords, idioms, day }: WordingLists): BlockReader {
  // Word lists hold slips that many make (走头无路): the list of wrong spellings knows better.
  const wrong = new Set(wrongWords.map((row) => row.wrong));
  const rows = phrases.filter(({ validFrom }) => validFrom === null || validFrom <= day);
  const known = [...rows.flatMap(spellingsOf), ...idioms.map(idiomSpelling).filter(({ text }) => !wrong.has(text))];
  const index = new PhraseIndex(known);
  const blendedWith = compileBlends(phrases);
  const right = new Set(known.map(({ text }) => text));
  const readWrongWords = compileWrongWords([...wrongWords, ...wrongSpellings(phrases), ...swappedSpellings(phrases)]);
  return (block) => {
    const folded = fold(block);
    const meetings = index.meetings(folded.text);
    const whole = meetings.filter(({ edits }) => edits.length === 0);
    const spans = whole.map(({ start, end }) => ({ start, end }));
    const found: Finding[] = [];
    for (const { miss, judgement } of nearMisses(meetings, known, folded.text, whole, right)) {
      found.push(tellMiss(block, folded, miss, judgement, known[miss.spelling] as KnownSpelling));
    }
    for (const meeting of longest(whole)) {
      const { phrase, isAlias } = known[meeting.spelling] as KnownSpelling;
      const blend = isAlias ? null : blendedWith(phrase, folded.text, meeting.end);
      if (blend) found.push(tellBlend(block, folded, meeting.start, blend));
      const old = isAlias ? null : outdated(phrase, day, folded.text, meeting);
      if (old) found.push(tellOutdated(block, folded, meeting, phrase, old));
    }
    const sure = found.filter(({ score }) => score > DOUBTFUL);
    found.push(...readWrongWords(block).filter((one) => !overlaps(one, sure) && !isCovered(one, folded, spans)));
    found.push(...readDeadlines(block));
    return found.sort((a, b) => a.start - b.start);
  };
}

interface Near {
  miss: Meeting;
  judgement: NonNullable<ReturnType<typeof judgeMiss>>;
}

/** Near misses that no right wording explains: the longest and surest at each place. */
function nearMisses(
  meetings: readonly Meeting[],
  known: readonly KnownSpelling[],
  text: string,
  whole: readonly Meeting[],
  right: ReadonlySet<string>,
): Near[] {
  const near: Near[] = [];
  for (const miss of meetings) {
    if (miss.edits.length === 0 || explained(miss, text, whole)) continue;
    const { phrase, text: spelling } = known[miss.spelling] as KnownSpelling;
    const judgement = judgeMiss({
      phrase: spelling,
      phraseKind: phrase.kind,
      text,
      start: miss.start,
      end: miss.end,
      edits: miss.edits,
      isTitle: /[《〈]/.test(text[miss.start - 1] ?? '') && /[》〉]/.test(text[miss.end] ?? ''),
      isKnown: (wording) => right.has(wording),
    });
    if (judgement) near.push({ miss, judgement });
  }
  near.sort(
    (a, b) => a.miss.edits.length - b.miss.edits.length || b.judgement.score - a.judgement.score || lengthOf(b.miss) - lengthOf(a.miss),
  );
  const kept: Near[] = [];
  for (const one of near) if (!kept.some((other) => overlaps(other.miss, [one.miss]))) kept.push(one);
  return kept;
}

const lengthOf = ({ start, end }: Meeting): number => end - start;

/** Whether a right wording stands over one of the slips: then the letters there are meant. */
function explained(miss: Meeting, text: string, whole: readonly Meeting[]): boolean {
  return miss.edits.some(({ op, textAt, textLength }) => {
    const from = op === 'extra' && text[textAt] === text[textAt - 1] ? textAt - 1 : textAt;
    const isDoubled = op === 'extra' && (from < textAt || text[textAt] === text[textAt + 1]);
    return whole.some(({ start, end }) => {
      // Of a letter written twice either is the extra one: both must belong to the right wording (人民法院院长 holds one only).
      if (isDoubled) return start <= from && end >= from + 2;
      // 共和国教育法 is no slip of 国防教育法: the letter before the gap belongs to another right wording.
      if (op === 'missing' && ((start < miss.start && end >= textAt) || (start <= textAt && end > miss.end && start > miss.start)))
        return true;
      return textLength === 0 ? start < textAt && textAt < end : start < textAt + textLength && textAt < end;
    });
  });
}

/** Whole meetings that lie within no longer one. */
function longest(whole: readonly Meeting[]): Meeting[] {
  const unique = whole.filter((one, i) => !whole.some((other, j) => other.spelling === one.spelling && other.start === one.start && j < i));
  return unique.filter(
    (one) => !unique.some((other) => other.start <= one.start && other.end >= one.end && lengthOf(other) > lengthOf(one)),
  );
}

const overlaps = (one: { start: number; end: number }, others: readonly { start: number; end: number }[]): boolean =>
  others.some(({ start, end }) => one.start < end && start < one.end);

function isCovered(one: Finding, { at }: ReturnType<typeof fold>, spans: readonly { start: number; end: number }[]): boolean {
  return spans.some(({ start, end }) => at(start) <= one.start && at(end - 1) + 1 >= one.end);
}
