import { canonicalJson } from '../../core/canonical-json.ts';
import type { CalendarDate } from '../../core/date.ts';
import { sha256 } from '../../core/id.ts';
import { entryOf, type ScoreEntry } from '../../ledger/assessment/entry.ts';
import { lateEntries, overdueEntries, recheckEntries } from '../../ledger/assessment/ledger-entries.ts';
import { type NoticeNaming, noticeEntries } from '../../ledger/assessment/notice-entries.ts';
import { withRulings } from '../../ledger/assessment/objected.ts';
import { monitoringOf, periodEntries } from '../../ledger/assessment/period-entries.ts';
import { type PromptResult, promptEntries, selfFoundEntries } from '../../ledger/assessment/prompt-entries.ts';
import { rankByGroup } from '../../ledger/assessment/rank.ts';
import type { AssessmentItem, AssessmentScheme } from '../../ledger/assessment/scheme.ts';
import { type CountedEntry, countEntries, scoreUnits, type UnitScore } from '../../ledger/assessment/score.ts';
import type { PeriodResult } from '../../ledger/monitoring-entries.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { STOCK_STATUSES, waitsForUnit } from '../../ledger/status.ts';
import { actsInto } from '../../ledger/transitions.ts';
import { type HandEntry, listHandEntries } from '../../store/assessment.ts';
import { problemsBearing } from '../../store/ledger-parts.ts';
import { listObjections } from '../../store/objections.ts';
import { readRegister } from '../../store/register.ts';
import type { Register } from '../../subjects/register.ts';
import { UNIT_KIND_NAMES, type Unit } from '../../subjects/unit.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { promptResults } from '../prompts/prompt-results.ts';
import { todayOf } from '../views/area-of.ts';
import { namingsOf, noticesOfYear } from './namings.ts';
import { ledgerDayOf, resultsOfYear } from './period-results.ts';
import { schemeOf } from './scheme.ts';

/** A unit with its score and its place in its group. */
export interface RankedUnit extends UnitScore {
  name: string;
  group: string;
  place: number;
}

/** A year's scores as they come out on a day: what is frozen when they become final. */
export interface YearScores {
  scheme: AssessmentScheme;
  schemeVersion: number;
  /** The last day that counts. */
  asOf: CalendarDate;
  units: RankedUnit[];
  entries: CountedEntry[];
}

/** Acts after which the next move is never the unit's, so that no day of being late follows them. */
const NEVER_WAITS_AFTER = actsInto((status) => !waitsForUnit(status));

/** Reckons a year anew from the ledger, the closed periods, the issued notices and what persons entered; writes nothing. */
export async function reckonYear(app: App, areaId: string, year: number): Promise<YearScores> {
  const { scheme, version } = await schemeOf(app.db, areaId, year);
  const today = await todayOf(app, areaId);
  const asOf = today < `${year}-12-31` ? today : `${year}-12-31`;
  const register = await readRegister(app.db, areaId);
  const days = { from: `${year}-01-01`, to: asOf };
  const bearing = await problemsBearing(app.db, areaId, { ...days, atRest: NEVER_WAITS_AFTER, open: STOCK_STATUSES });
  const ledger = await ledgerOf(app.db, areaId, { since: ledgerDayOf(year), ids: bearing });
  const schemes = scheme.items.filter(({ source }) => source === 'monitoring').map(monitoringOf);
  const { results } = await resultsOfYear(app.db, areaId, year, { register, schemes });
  const namings = await namingsOf(app, areaId, await noticesOfYear(app, areaId, year), register.units);
  const hand = (await listHandEntries(app.db, areaId, year)).filter(({ retractedAt }) => retractedAt === null);
  const prompts = await promptResults(app, areaId, asOf);
  const found = scheme.items.flatMap((item) => entriesOf(item, { ledger, results, namings, prompts, hand, days }));
  const answers = topUnits(register);
  const mine = found.map((entry) => ({ ...entry, unitId: answers.get(entry.unitId) ?? entry.unitId }));
  const entries = countEntries(withRulings(mine, await rulingsOf(app, areaId, year)), scheme);
  const assessed = assessedUnits(register, year, new Set(entries.map(({ unitId }) => unitId)));
  const scores = scoreUnits(
    assessed.map(({ id }) => id),
    entries,
    scheme,
  );
  return { scheme, schemeVersion: version, asOf, units: ranked(scores, assessed), entries };
}

/** What two reckonings of a year must share for the second person to confirm what the first has handed in. */
export const digestOf = ({ scheme, units, entries }: YearScores): string => sha256(canonicalJson({ scheme, units, entries }));

interface Found {
  ledger: readonly LedgerEntry[];
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
function topUnits({ units }: Register): Map<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const topOf = (unit: Unit, seen: ReadonlySet<string>): Unit => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return parent === undefined || seen.has(parent.id) ? unit : topOf(parent, new Set([...seen, parent.id]));
  };
  return new Map(units.map((unit) => [unit.id, topOf(unit, new Set([unit.id])).id]));
}

function assessedUnits({ units }: Register, year: number, withEntries: ReadonlySet<string>): Unit[] {
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
