import type { CountedEntry } from '../../ledger/assessment/score.ts';
import { frozenBy, frozenUnits, listAssessmentActs } from '../../store/assessment.ts';
import type { Db } from '../../store/schema.ts';
import type { App } from '../open.ts';
import { stageAfter } from './acts.ts';
import { withProblems } from './period-results.ts';
import { type RankedUnit, reckonScores, type YearScores } from './reckon.ts';
import { reckonEntries, type YearEntries } from './reckon-entries.ts';
import type { Roster } from './roster.ts';
import type { UnitScope } from './scope.ts';
import { unitsInScope } from './scope.ts';

/** A year's scores: those that were frozen once they are final, else as they come out now. Of entries nobody opens what they rest on here. */
export async function scoresOf(app: App, areaId: string, year: number): Promise<YearScores> {
  return (await finalScores(app.db, areaId, year)) ?? reckonScores(app, areaId, year);
}

/** A year's entries within a scope, and how some of them are opened: with the problems behind the results they rest on. */
export async function entriesOf(
  app: App,
  areaId: string,
  year: number,
  { roster, scope }: { roster: Roster; scope: UnitScope },
): Promise<YearEntries & { opened(some: readonly CountedEntry[]): Promise<readonly CountedEntry[]> }> {
  const within = unitsInScope(roster.units, scope);
  const final = await finalScores(app.db, areaId, year);
  if (final === null) {
    const reckoned = await reckonEntries(app, areaId, year, { roster, only: within });
    return { ...reckoned, opened: (some) => withProblems(app.db, areaId, some) };
  }
  const entries = final.entries.filter(({ unitId }) => within === null || within.has(unitId));
  return { ...final, entries, opened: async (some) => some };
}

/** What was frozen when a year's score became final; null while it is not. */
export async function finalScores(db: Db, areaId: string, year: number): Promise<YearScores | null> {
  const seq = await finalSeq(db, areaId, year);
  return seq === null ? null : ((await frozenBy(db, areaId, year, seq)) as YearScores);
}

/** The units alone of what was frozen; empty while it is not. */
export async function finalUnits(db: Db, areaId: string, year: number): Promise<RankedUnit[]> {
  const seq = await finalSeq(db, areaId, year);
  return seq === null ? [] : ((await frozenUnits(db, areaId, year, seq)) as RankedUnit[]);
}

async function finalSeq(db: Db, areaId: string, year: number): Promise<number | null> {
  const last = (await listAssessmentActs(db, areaId, year)).at(-1);
  return last && stageAfter(last.act) === 'finalised' ? last.seq : null;
}
