import type { CalendarDate } from '../../core/date.ts';
import type { Scope } from '../../core/role.ts';
import { type ReportedProblem, reportDue, reportedProblem } from '../../ledger/report.ts';
import { type HandedProblem, handedProblems } from '../../store/rectify-handed.ts';
import { listUnits } from '../../store/units.ts';
import type { Unit } from '../../subjects/unit.ts';
import { chargedUnit } from '../../subjects/unit-tree.ts';
import type { App } from '../open.ts';
import { askOf, type ReportAbout } from './report-about.ts';

/** What one unit has to report on: its problems and those of its sub-units. */
export interface UnitReport {
  unit: Unit;
  problems: readonly (ReportedProblem & { place: string; text: string; unitName: string })[];
  due: CalendarDate | null;
}

/** Units with problems in the matter, in printing order; a sub-unit's stand with the unit that answers for it (seeds U08). */
export async function unitReports(
  app: App,
  areaId: string,
  { handOvers, asks }: Pick<ReportAbout, 'handOvers' | 'asks'>,
  scope: Scope,
): Promise<UnitReport[]> {
  const [units, rows] = await Promise.all([listUnits(app.db, areaId), handedProblems(app.db, areaId, handOvers, scope)]);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const found = new Map<string, UnitReport['problems'][number][]>();
  for (const row of rows) {
    const reported = reportedProblem({ ...row, said: saidOf(row) });
    if (reported === null) continue;
    const head = chargedUnit(row.unitId, byId);
    const mine = { ...reported, place: row.placeLabel, text: row.text, unitName: byId.get(row.atUnitId ?? row.unitId)?.name ?? '' };
    const others = found.get(head);
    if (others) others.push(mine);
    else found.set(head, [mine]);
  }
  return units.flatMap((unit) => {
    const problems = found.get(unit.id);
    const ask = askOf(asks, unit.id);
    // Where the office asked some units, the others owe nothing.
    if (!problems || (asks.length > 0 && !ask)) return [];
    return [{ unit, problems: problems.toSorted(byPlace), due: ask?.dueOn ?? reportDue(problems) }];
  });
}

const saidOf = ({ saidAct, saidOn, saidWords, saidBy }: HandedProblem): ReportedProblem['answer'] =>
  saidAct === null || saidOn === null ? null : { act: saidAct, day: saidOn, text: saidWords ?? '', by: saidBy ?? '' };

/** One for all comparisons: to make one for each takes longer than to compare. */
const CHINESE = new Intl.Collator('zh', { numeric: true });
const byPlace = (a: UnitReport['problems'][number], b: UnitReport['problems'][number]): number =>
  CHINESE.compare(a.place, b.place) || (a.id < b.id ? -1 : 1);
