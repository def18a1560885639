import type { CalendarDate } from '../../core/date.ts';
import { entryOf, type ScoreEntry } from '../../ledger/assessment/entry.ts';
import { lateEntries, overdueEntries, recheckEntries, type ScoredProblem } from '../../ledger/assessment/ledger-entries.ts';
import { type NoticeNaming, noticeEntries } from '../../ledger/assessment/notice-entries.ts';
import { withRulings } from '../../ledger/assessment/objected.ts';
import { periodEntries } from '../../ledger/assessment/period-entries.ts';
import { type PromptResult, promptEntries, selfFoundEntries } from '../../ledger/assessment/prompt-entries.ts';
import type { AssessmentItem, AssessmentScheme, EntrySource } from '../../ledger/assessment/scheme.ts';
import { type CountedEntry, countEntries } from '../../ledger/assessment/score.ts';
import type { PeriodResult } from '../../ledger/monitoring-entries.ts';
import { PROBLEM_STATUS_CODES, waitsForUnit } from '../../ledger/status.ts';
import { type HandEntry, listHandEntries } from '../../store/assessment.ts';
import { problemsBearing, scoredProblems } from '../../store/ledger-parts.ts';
import { listObjections } from '../../store/objections.ts';
import type { Unit } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { promptResults } from '../prompts/prompt-results.ts';
import { todayOf } from '../views/area-of.ts';
import { namingsOf, noticesOfYear } from './namings.ts';
import { resultsOfYear } from './period-results.ts';
import type { Roster } from './roster.ts';
import { schemeOf } from './scheme.ts';

/** A year's entries as they count, without the problems behind results of periods (`withProblems` names those). */
export interface YearEntries {
  scheme: AssessmentScheme;
  schemeVersion: number;
  /** The last day that counts. */
  asOf: CalendarDate;
  entries: CountedEntry[];
}

const WAITING = PROBLEM_STATUS_CODES.filter(waitsForUnit);

/**
 * Reckons a year's entries anew from the ledger, the closed periods, the issued notices and what persons entered; writes nothing. Only
 * what the scheme counts is read, and of that only what bears on the answer. `only`: of these units alone, which the caps of others do
 * not touch; null = of all.
 */
export async function reckonEntries(
  app: App,
  areaId: string,
  year: number,
  { roster, only }: { roster: Roster; only: ReadonlySet<string> | null },
): Promise<YearEntries> {
  const { scheme, version } = await schemeOf(app.db, areaId, year);
  const today = await todayOf(app, areaId);
  const asOf = today < `${year}-12-31` ? today : `${year}-12-31`;
  const answers = topUnits(roster);
  const isAsked = (unitId: string): boolean => only === null || only.has(answers.get(unitId) ?? unitId);
  const units = only && roster.units.map(({ id }) => id).filter(isAsked);
  const found = await foundFor(app, areaId, year, { scheme, roster, asOf, units });
  const mine = scheme.items
    .flatMap((item) => entriesOf(item, found))
    .filter(({ unitId }) => isAsked(unitId))
    .map((entry) => ({ ...entry, unitId: answers.get(entry.unitId) ?? entry.unitId }));
  return { scheme, schemeVersion: version, asOf, entries: countEntries(withRulings(mine, await rulingsOf(app, areaId, year)), scheme) };
}

interface Asked {
  scheme: AssessmentScheme;
  roster: Roster;
  asOf: CalendarDate;
  /** Units whose problems count; null = all. */
  units: readonly string[] | null;
}

/** What the items of a scheme count, each part read only where an item asks for it. */
async function foundFor(app: App, areaId: string, year: number, { scheme, roster, asOf, units }: Asked): Promise<Found> {
  const counts = (...sources: EntrySource[]): boolean => scheme.items.some(({ source }) => sources.includes(source));
  const days = { from: `${year}-01-01`, to: asOf };
  const asked = { rechecks: counts('recheck'), late: counts('overdue', 'late'), selfFound: counts('self_found') };
  const bearing = await problemsBearing(app.db, areaId, { ...days, units, asked, waiting: WAITING });
  return {
    days,
    ledger: bearing.length > 0 ? await scoredProblems(app.db, bearing) : [],
    results: counts('monitoring') ? (await resultsOfYear(app.db, areaId, year, roster)).results : [],
    namings: counts('named', 'praised') ? await namingsOf(app, areaId, await noticesOfYear(app, areaId, year), roster.units) : [],
    prompts: counts('prompt_slow', 'prompt_fast') ? await promptResults(app, areaId, asOf) : [],
    hand: (await listHandEntries(app.db, areaId, year)).filter(({ retractedAt }) => retractedAt === null),
  };
}

interface Found {
  ledger: readonly ScoredProblem[];
  results: readonly PeriodResult[];
  namings: readonly NoticeNaming[];
  prompts: readonly PromptResult[];
  hand: readonly HandEntry[];
  days: { from: CalendarDate; to: CalendarDate };
}

function entriesOf(item: AssessmentItem, { ledger, results, namings, prompts, hand, days }: Found): ScoreEntry[] {
  const byHand = hand
    .filter(({ itemId }) => itemId === item.id)
    .map(({ id, unitId, day, points, reason, proof, byName }) =>
      entryOf(item, ['hand', id], { unitId, day, points, reason, basis: { kind: 'hand', handId: id, proof, by: byName } }),
    );
  switch (item.source) {
    case 'monitoring':
      return [...periodEntries(results, item), ...byHand];
    case 'recheck':
      return [...recheckEntries(ledger, item, days), ...byHand];
    case 'overdue':
      return [...overdueEntries(ledger, item, days), ...byHand];
    case 'late':
      return [...lateEntries(ledger, item, days), ...byHand];
    case 'named':
    case 'praised':
      return [...noticeEntries(namings, item), ...byHand];
    case 'prompt_slow':
    case 'prompt_fast':
      return [...promptEntries(prompts, item, days), ...byHand];
    case 'self_found':
      return [...selfFoundEntries(ledger, item, days), ...byHand];
    case 'hand':
      return byHand;
  }
}

async function rulingsOf(app: App, areaId: string, year: number) {
  const objections = await listObjections(app.db, areaId, 'score', String(year));
  return objections
    .filter(({ outcome }) => outcome === 'accepted')
    .toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1))
    .map(({ subjectId, after }) => ({ entryId: subjectId, points: (after as { points: number }).points }));
}

/** 二级机构 are scored with the unit they belong to. */
function topUnits({ units }: Roster): Map<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const topOf = (unit: Unit, seen: ReadonlySet<string>): Unit => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return parent === undefined || seen.has(parent.id) ? unit : topOf(parent, new Set([...seen, parent.id]));
  };
  return new Map(units.map((unit) => [unit.id, topOf(unit, new Set([unit.id])).id]));
}
