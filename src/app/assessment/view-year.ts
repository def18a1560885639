import { ENTRY_SOURCES } from '../../ledger/assessment/scheme.ts';
import { listAssessmentActs } from '../../store/assessment.ts';
import { listObjections } from '../../store/objections.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { ASSESSMENT_ACTS, ASSESSMENT_STAGES, stageAfter } from './acts.ts';
import { schemeOf } from './scheme.ts';
import { type UnitScope, unitsInScope } from './scope.ts';
import { takenBackSince } from './taken-back.ts';
import { finalUnits, scoresOf } from './year.ts';

/** 考核 of a year: units × items with scores and places, how far it has come, and last year's final scores beside it (seeds E01, E05). */
export async function viewYear(app: App, areaId: string, year: number, scope: UnitScope) {
  await areaOf(app, areaId);
  const scores = await scoresOf(app, areaId, year);
  const within = unitsInScope(await listUnits(app.db, areaId), scope);
  const acts = await listAssessmentActs(app.db, areaId, year);
  const before = new Map((await finalUnits(app.db, areaId, year - 1)).map((unit) => [unit.unitId, unit]));
  const objections = await listObjections(app.db, areaId, 'score', String(year));
  const stage = stageAfter(acts.at(-1)?.act);
  const takenBack = stage === 'finalised' ? await takenBackSince(app.db, scores.entries) : new Map<string, number>();
  return {
    year,
    asOf: scores.asOf,
    stage: { code: stage, name: ASSESSMENT_STAGES[stage] },
    scheme: {
      version: stage === 'finalised' ? scores.schemeVersion : (await schemeOf(app.db, areaId, year)).version,
      title: scores.scheme.title,
      documentNumber: scores.scheme.documentNumber,
      fullScore: scores.scheme.items.reduce((sum, { base }) => sum + base, 0),
      items: scores.scheme.items.map(({ id, name, base, cap, effect, source, points }) => ({
        ...{ id, name, base, cap, effect, points },
        source: { code: source, name: ENTRY_SOURCES[source] },
      })),
    },
    units: scores.units
      .filter(({ unitId }) => within === null || within.has(unitId))
      .map(({ unitId, name, group, place, score, items }) => {
        const last = before.get(unitId);
        const open = objections.filter((one) => one.unitId === unitId && one.outcome === null).length;
        return {
          ...{ unitId, name, group, place, score, items },
          openObjections: open,
          takenBack: takenBack.get(unitId) ?? 0,
          lastYear: last ? { score: last.score, place: last.place } : null,
        };
      }),
    acts: acts.map(({ act, byName, at, note }) => ({ act: { code: act, name: ASSESSMENT_ACTS[act] }, by: byName, at, note })),
  };
}
export type YearView = Awaited<ReturnType<typeof viewYear>>;
