import type { ScoreEntry } from '../../ledger/assessment/entry.ts';
import { neverWere } from '../../store/never-were.ts';
import type { Db } from '../../store/schema.ts';

/**
 * How many of a unit's entries rest on a problem that turned out since to be none, by unit. A score that is reckoned anew leaves
 * them out by itself; a final one is frozen, and has to say that it needs to be opened again.
 */
export async function takenBackSince(db: Db, entries: readonly ScoreEntry[]): Promise<Map<string, number>> {
  const resting = entries.map(({ unitId, basis }) => ({
    unitId,
    problems: basis.kind === 'problem' ? [basis.problemId] : basis.kind === 'period' ? basis.problems : [],
  }));
  const none = await neverWere(db, [...new Set(resting.flatMap(({ problems }) => problems))]);
  const fallen = new Map<string, number>();
  for (const { unitId, problems } of resting) if (problems.some((id) => none.has(id))) fallen.set(unitId, (fallen.get(unitId) ?? 0) + 1);
  return fallen;
}
