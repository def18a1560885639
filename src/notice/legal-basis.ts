import type { CalendarDate } from '../core/date.ts';
import shipped from './data/legal-basis.json' with { type: 'json' };
import type { Basis } from './snapshot.ts';

/** 依据 as an office enters it; what it says of the end goes before the shipped register. */
export interface BasisEntry {
  title: string;
  number: string | null;
  /** Last day in force, when the office knows it to be superseded. */
  until?: CalendarDate | null | undefined;
  replacedBy?: string | null | undefined;
}

interface RegisterEntry {
  title: string;
  number: string;
  from: CalendarDate;
  until: CalendarDate | null;
  replacedBy: string | null;
}

const REGISTER: readonly RegisterEntry[] = shipped;
export const STANDINGS = ['in-force', 'ended', 'not-yet', 'unknown'] as const;
/** How a document stands on a day: in force, no more, not yet, or the register does not know it. */
export type BasisStanding = (typeof STANDINGS)[number];

export function standingOn({ validity }: Basis, day: CalendarDate): BasisStanding {
  if (validity === undefined) return 'unknown';
  if (validity.until !== null && validity.until < day) return 'ended';
  return validity.from !== null && validity.from > day ? 'not-yet' : 'in-force';
}

/** What a notice may rest on: the documents it has, then those of the register it has not. */
export function basisRegister(chosen: readonly Basis[]): Basis[] {
  const others = REGISTER.filter(
    ({ title, number }) => !chosen.some((one) => (one.number === null ? bare(one.title) === bare(title) : one.number === number)),
  );
  return [
    ...chosen,
    ...others.map(({ title, number, from, until, replacedBy }) => ({ title, number, validity: { from, until, replacedBy } })),
  ];
}

/** Documents named without the words of their kind: 《…条例》 of the state is cited with and without 中华人民共和国. */
const bare = (title: string): string => title.replace(/^中华人民共和国/, '');

/**
 * The document with its days in force (seeds N21): by its number, else by its title, and of several versions of one title
 * the one in force on `day`, for a law cited without a number means the law as it then stands.
 */
export function withValidity(entry: BasisEntry, day: CalendarDate): Basis {
  const versions = REGISTER.filter(({ title, number }) =>
    entry.number === null ? bare(title) === bare(entry.title) : number === entry.number,
  );
  const known = versions.find(({ from, until }) => from <= day && (until === null || until >= day)) ?? versions[0];
  const { title, number } = entry;
  const from = known?.from ?? null;
  const until = entry.until ?? known?.until ?? null;
  if (from === null && until === null) return { title, number };
  return { title, number, validity: { from, until, replacedBy: entry.replacedBy ?? known?.replacedBy ?? null } };
}
