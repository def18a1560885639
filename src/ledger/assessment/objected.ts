import type { ScoreEntry } from './entry.ts';

/** What the office decided about an entry a unit objected to. */
export interface EntryRuling {
  entryId: string;
  /** Points after the decision, signed as entries are; 0 = struck out. */
  points: number;
}

/** Entries with what was decided about them; the last decision counts. What they said before stays with the objection (seeds V09). */
export function withRulings(entries: readonly ScoreEntry[], rulings: readonly EntryRuling[]): ScoreEntry[] {
  const last = new Map(rulings.map(({ entryId, points }) => [entryId, points]));
  return entries.map((entry) => ({ ...entry, points: last.get(entry.id) ?? entry.points }));
}
