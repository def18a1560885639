import type { CalendarDate } from '../../core/date.ts';
import type { Scope } from '../../core/role.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { type ReportedProblem, reportDue, reportedProblem } from '../../ledger/report.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { problemsInScope } from '../../store/rectify.ts';
import { listUnits } from '../../store/units.ts';
import type { Unit } from '../../subjects/unit.ts';
import { chargedUnit } from '../../subjects/unit-tree.ts';
import type { App } from '../open.ts';
import type { ReportAbout } from './report-about.ts';

/** What one unit has to report on: its problems and those of its sub-units. */
export interface UnitReport {
  unit: Unit;
  problems: readonly (ReportedProblem & { entry: LedgerEntry; unitName: string })[];
  due: CalendarDate | null;
}

/** Units with problems in the matter, in printing order; a sub-unit's stand with the unit that answers for it (seeds U08). */
export async function unitReports(app: App, areaId: string, { problemIds, isAbout }: ReportAbout, scope: Scope): Promise<UnitReport[]> {
  const units = await listUnits(app.db, areaId);
  const rows = await problemsInScope(app.db, areaId, problemIds, scope);
  // After the scope: a unit's own page asks this of every notice, and most histories are other units'.
  const histories = await listEventsOf(
    app.db,
    rows.map(({ id }) => id),
  );
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const found = new Map<string, UnitReport['problems'][number][]>();
  for (const { projection: _projection, ...problem } of rows) {
    const entry = { problem, events: histories.get(problem.id) ?? [] };
    const reported = reportedProblem(entry, isAbout);
    if (reported === null) continue;
    const head = chargedUnit(problem.unitId, byId);
    const mine = { ...reported, entry, unitName: byId.get(problem.atUnitId ?? problem.unitId)?.name ?? '' };
    found.set(head, [...(found.get(head) ?? []), mine]);
  }
  return units.flatMap((unit) => {
    const problems = found.get(unit.id);
    return problems ? [{ unit, problems: problems.toSorted(byPlace), due: reportDue(problems) }] : [];
  });
}

const byPlace = (a: UnitReport['problems'][number], b: UnitReport['problems'][number]): number =>
  a.entry.problem.placeLabel.localeCompare(b.entry.problem.placeLabel, 'zh') || a.id.localeCompare(b.id);
