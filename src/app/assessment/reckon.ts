import { canonicalJson } from '../../core/canonical-json.ts';
import { sha256 } from '../../core/id.ts';
import { rankByGroup } from '../../ledger/assessment/rank.ts';
import { scoreUnits, type UnitScore } from '../../ledger/assessment/score.ts';
import { UNIT_KIND_NAMES, type Unit } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { withProblems } from './period-results.ts';
import { reckonEntries, type YearEntries } from './reckon-entries.ts';
import { type Roster, readRoster } from './roster.ts';

/** A unit with its score and its place in its group. */
export interface RankedUnit extends UnitScore {
  name: string;
  group: string;
  place: number;
}

/** A year's scores as they come out on a day: what is frozen when they become final. */
export interface YearScores extends YearEntries {
  units: RankedUnit[];
}

/** A year's entries, what they add up to for every unit, and its place; the problems behind results are left out. */
export async function reckonScores(app: App, areaId: string, year: number): Promise<YearScores> {
  const roster = await readRoster(app.db, areaId);
  const reckoned = await reckonEntries(app, areaId, year, { roster, only: null });
  const assessed = assessedUnits(roster, year, new Set(reckoned.entries.map(({ unitId }) => unitId)));
  const scores = scoreUnits(
    assessed.map(({ id }) => id),
    reckoned.entries,
    reckoned.scheme,
  );
  return { ...reckoned, units: ranked(scores, assessed) };
}

/** The same with every problem behind a result named: what is handed in, confirmed and frozen. */
export async function reckonYear(app: App, areaId: string, year: number): Promise<YearScores> {
  const scores = await reckonScores(app, areaId, year);
  return { ...scores, entries: await withProblems(app.db, areaId, scores.entries) };
}

/** What two reckonings of a year must share for the second person to confirm what the first has handed in. */
export const digestOf = ({ scheme, units, entries }: YearScores): string => sha256(canonicalJson({ scheme, units, entries }));

function assessedUnits({ units }: Roster, year: number, withEntries: ReadonlySet<string>): Unit[] {
  const existed = (unit: Unit): boolean =>
    (unit.activeFrom === null || unit.activeFrom <= `${year}-12-31`) && (unit.activeTo === null || unit.activeTo >= `${year}-01-01`);
  return units.filter((unit) => withEntries.has(unit.id) || (unit.parentId === null && existed(unit)));
}

function ranked(scores: readonly UnitScore[], units: readonly Unit[]): RankedUnit[] {
  const named = scores.map((score, i) => {
    const unit = units[i] as Unit;
    return { ...score, name: unit.name, group: unit.group ?? UNIT_KIND_NAMES[unit.kind] };
  });
  const places = rankByGroup(named);
  return named.map((unit) => ({ ...unit, place: places.get(unit.unitId) as number }));
}
