import { addMonths, type CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import { type Scope, WHOLE_AREA } from '../../core/role.ts';
import {
  insertKeySweep,
  type KeySweep,
  type KeySweepDone,
  listKeySweeps,
  listKeySweepsDone,
  signKeySweep,
} from '../../store/key-sweeps.ts';
import { listSites } from '../../store/sites.ts';
import { listUnits } from '../../store/units.ts';
import { activeOn } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** One sweep as due on a day, with how each of its units stands. */
export interface DueSweep {
  sweep: KeySweep;
  dueOn: CalendarDate;
  /** In the order of the register; `done` null = not signed. */
  units: readonly { id: string; name: string; done: KeySweepDone | null }[];
}

/**
 * Days on which a sweep was due up to a day, the newest first; the next one where none was due yet.
 * @param most how many past ones are listed at most.
 */
export function dueDays(
  { firstDue, everyMonths }: Pick<KeySweep, 'firstDue' | 'everyMonths'>,
  today: CalendarDate,
  most: number,
): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let i = 0; ; i++) {
    const day = addMonths(firstDue, i * everyMonths);
    if (day > today) return days.length === 0 ? [day] : days.toReversed().slice(0, most);
    days.push(day);
  }
}

/** Rounds of a sweep that are shown. */
const ROUNDS = 4;

/** 定期排查 of an area: every round that was due, who signed, and who is late (seeds Q14); of a unit, what it has to sign itself. */
export async function viewKeySweeps(
  app: App,
  areaId: string,
  { units: own }: Pick<Scope, 'units'> = WHOLE_AREA,
): Promise<{ rounds: DueSweep[]; late: number; today: CalendarDate }> {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const done = new Map((await listKeySweepsDone(app.db, areaId)).map((row) => [`${row.sweepId} ${row.unitId} ${row.dueOn}`, row]));
  const withSite = new Set((await listSites(app.db, areaId)).map(({ unitId }) => unitId));
  const units = (await listUnits(app.db, areaId)).filter((unit) => activeOn(unit, today) && (own?.includes(unit.id) ?? true));
  const rounds = (await listKeySweeps(app.db, areaId)).flatMap((sweep) =>
    dueDays(sweep, today, ROUNDS).map(
      (dueOn): DueSweep => ({
        sweep,
        dueOn,
        units: units
          .filter(({ id }) => (sweep.unitIds.length > 0 ? sweep.unitIds.includes(id) : withSite.has(id)))
          .map(({ id, name }) => ({ id, name, done: done.get(`${sweep.id} ${id} ${dueOn}`) ?? null })),
      }),
    ),
  );
  const seen = own === null ? rounds : rounds.filter((round) => round.units.length > 0);
  seen.sort((a, b) => (a.dueOn < b.dueOn ? 1 : a.dueOn > b.dueOn ? -1 : 0));
  return { rounds: seen, late: seen.reduce((sum, round) => sum + lateUnits(round, today).length, 0), today };
}

/** Units whose sweep was due and is not signed. */
export const lateUnits = ({ dueOn, units }: DueSweep, today: CalendarDate) =>
  dueOn >= today ? [] : units.filter(({ done }) => done === null);

/**
 * Orders a sweep. @throws not-found for a unit the area does not have; bad-input for a first day that is past: nobody may be late with
 * what was not yet asked for.
 */
export async function orderKeySweep(
  app: App,
  areaId: string,
  wanted: Pick<KeySweep, 'title' | 'scope' | 'everyMonths' | 'firstDue' | 'unitIds'>,
  by: string,
): Promise<{ id: string }> {
  await areaOf(app, areaId);
  requireAhead(wanted.firstDue, await todayOf(app, areaId));
  const known = new Set((await listUnits(app.db, areaId)).map(({ id }) => id));
  const lost = wanted.unitIds.find((id) => !known.has(id));
  if (lost !== undefined) throw new MingchaError('not-found', `名录里没有编号为 ${lost} 的单位。`, '请从单位列表中选择。');
  const madeAt = app.now();
  const id = stableId('key-sweep', areaId, wanted.title, madeAt);
  await insertKeySweep(app.db, { ...wanted, areaId, id, madeBy: by, madeAt });
  return { id };
}

function requireAhead(firstDue: CalendarDate, today: CalendarDate): void {
  if (firstDue >= today) return;
  const message = `首次完成日期 ${firstDue} 已经过去，各单位一布置就成了逾期。`;
  const fault = { field: '首次完成日期', path: 'firstDue', value: firstDue, message };
  throw new MingchaError('bad-input', message, `请填写 ${today} 或以后的日期。`, { faults: [fault] });
}

/** Signs one unit's round. @throws not-found where no such round is due; conflict when it was signed. */
export async function signKeySweepRound(
  app: App,
  areaId: string,
  round: Pick<KeySweepDone, 'sweepId' | 'unitId' | 'dueOn' | 'result' | 'found'>,
  by: string,
): Promise<void> {
  const { rounds } = await viewKeySweeps(app, areaId);
  const due = rounds.find(({ sweep, dueOn }) => sweep.id === round.sweepId && dueOn === round.dueOn);
  if (!due?.units.some(({ id }) => id === round.unitId))
    throw new MingchaError('not-found', `没有要这个单位在 ${round.dueOn} 前完成的排查。`, '请刷新后从列表中选择。');
  await signKeySweep(app.db, { ...round, areaId, signedBy: by, signedAt: app.now() });
}
