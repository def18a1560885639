import { canonicalJson } from '../../core/canonical-json.ts';
import type { CalendarDate } from '../../core/date.ts';
import { sha256 } from '../../core/id.ts';
import type { Severity } from '../finding.ts';
import type { SpamTerm } from '../intrusion/spam-terms.ts';
import type { Phrase, PhraseKind } from '../wording/phrase.ts';
import type { WrongWord } from '../wording/wrong-word.ts';

/** The lists an area keeps over the shipped ones (词表). */
export const WORDING_LISTS = {
  phrase: '规范表述',
  'wrong-word': '易错词',
  'accepted-term': '认可用语',
  'spam-term': '植入词',
} as const;
export type WordingList = keyof typeof WORDING_LISTS;

/** One entry of a list. `term` is what it is known by; which other fields count depends on the list. */
export interface WordingEntry {
  list: WordingList;
  term: string;
  /** The right spelling of a wrong word; what took a phrase's place. */
  right: string | null;
  /** Other right spellings of a phrase; for a wrong word longer strings in which it is right. */
  others: readonly string[];
  severity: Severity;
  kind: PhraseKind;
  validFrom: CalendarDate | null;
  /** Last day it holds; null = until it is changed. */
  validTo: CalendarDate | null;
  note: string;
}

const SHORTEST: Readonly<Record<WordingList, number>> = { phrase: 3, 'wrong-word': 2, 'accepted-term': 2, 'spam-term': 2 };
const LONGEST = 100;

/** What is wrong with an entry, by field, in words for whoever wrote it; empty when it is right. */
export function faultsOfEntry(entry: WordingEntry): { field: 'term' | 'right' | 'others' | 'validTo'; value: string; message: string }[] {
  const { list, term, right, others, validFrom, validTo } = entry;
  const faults: ReturnType<typeof faultsOfEntry> = [];
  if (term.length < SHORTEST[list]) faults.push({ field: 'term', value: term, message: `${WORDING_LISTS[list]}至少${SHORTEST[list]}个字` });
  if (term.length > LONGEST) faults.push({ field: 'term', value: term.slice(0, 20), message: `不能超过${LONGEST}个字` });
  if (list === 'wrong-word' && (right === null || right === '' || right === term))
    faults.push({ field: 'right', value: right ?? '', message: '正确写法必填，并且不能与错误写法相同' });
  for (const other of list === 'wrong-word' ? others : [])
    if (!other.includes(term)) faults.push({ field: 'others', value: other, message: `例外“${other}”里没有“${term}”，起不了作用` });
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    faults.push({ field: 'validTo', value: validTo, message: `止用日期早于启用日期 ${validFrom}` });
  return faults;
}

/** The lists of an area as the layers take them. */
export interface AreaLists {
  phrases: readonly Phrase[];
  wrongWords: readonly WrongWord[];
  accepted: readonly string[];
  spamTerms: readonly SpamTerm[];
  /** Fingerprint of all entries that hold. */
  version: string;
}

export const NO_AREA_LISTS: AreaLists = { phrases: [], wrongWords: [], accepted: [], spamTerms: [], version: '' };

/**
 * Entries that hold on a day, as lists. Phrases carry their own dates, as one whose time is over is told as outdated; of the other
 * lists only what holds on the day is taken. Any order of entries gives the same version.
 */
export function areaLists(entries: readonly WordingEntry[], day: CalendarDate): AreaLists {
  const holds = ({ list, validFrom, validTo }: WordingEntry): boolean =>
    (validFrom === null || validFrom <= day) && (list === 'phrase' || validTo === null || validTo >= day);
  const held = entries.filter(holds).sort((a, b) => compare(`${a.list} ${a.term}`, `${b.list} ${b.term}`));
  if (held.length === 0) return NO_AREA_LISTS;
  const of = (list: WordingList): WordingEntry[] => held.filter((entry) => entry.list === list);
  const outdated = of('phrase').map(({ term, validTo }) => [term, validTo !== null && validTo < day]);
  return {
    phrases: of('phrase').map(({ term, kind, validFrom, validTo, others, severity, right, note }) => ({
      text: term,
      kind,
      validFrom,
      validTo,
      aliases: others,
      severity,
      replacedBy: right,
      note: note || '本地词表',
    })),
    wrongWords: of('wrong-word').map(({ term, right, others, severity }) => ({
      wrong: term,
      right: right ?? '',
      unless: others,
      severity,
    })),
    accepted: of('accepted-term').map(({ term }) => term),
    spamTerms: of('spam-term').map(({ term, severity }) => ({ term: term.toLowerCase(), weight: severity === 1 ? 3 : 2, kind: 'service' })),
    version: sha256(canonicalJson({ held, outdated })).slice(0, 16),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
