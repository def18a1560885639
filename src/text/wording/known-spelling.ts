import { fold } from './fold.ts';
import type { Phrase, PhraseKind } from './phrase.ts';
import type { Spelling } from './phrase-index.ts';

/** A spelling of the index with the row it comes from. */
export interface KnownSpelling extends Spelling {
  phrase: Phrase;
  /** Another right spelling of the phrase: covers what stands there, near misses of it are not searched. */
  isAlias: boolean;
}

/** A line of the list of idioms as a spelling. Behind `=` stands a right one of which no slips are searched. */
export function idiomSpelling(line: string): KnownSpelling {
  const isAlias = line.startsWith('=');
  const text = isAlias ? line.slice(1) : line;
  const phrase: Phrase = { text, kind: 'idiom', validFrom: null, validTo: null, aliases: [], severity: 3, replacedBy: null, note: '' };
  return { text, budget: isAlias ? 0 : 1, long: false, phrase, isAlias };
}

/** Kinds whose near misses are searched with two slips, gaps and changed places of words, and from which length. */
const LONG_FROM: Readonly<Record<PhraseKind, number>> = { core: 8, organ: 10, law: 9, document: 10, campaign: 8, term: 10, idiom: 99 };
const TWO_FROM = 10;

/** All spellings of a phrase: its own, whose slips are searched, and its aliases. */
export function spellingsOf(phrase: Phrase): KnownSpelling[] {
  const own = fold(phrase.text).text;
  const long = own.length >= LONG_FROM[phrase.kind];
  const searched: KnownSpelling = {
    text: own,
    budget: own.length < 4 || phrase.validTo !== null ? 0 : own.length >= TWO_FROM ? 2 : 1,
    long: long && phrase.validTo === null,
    phrase,
    isAlias: false,
  };
  const aliases = phrase.aliases.map((alias) => fold(alias).text).filter((alias) => alias.length >= 2);
  return [searched, ...aliases.map((text): KnownSpelling => ({ text, budget: 0, long: false, phrase, isAlias: true }))];
}
