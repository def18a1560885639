import { type CalendarDate, daysBetween } from '../../core/date.ts';
import { daysLeft, lastDayWithin, limitName } from '../../core/limit.ts';
import type { Scope } from '../../core/role.ts';
import { latestJudgement } from '../../store/judgements.ts';
import { type WithinLimit, withinLimits } from '../../store/near-limits.ts';
import { columnName } from '../../subjects/column.ts';
import type { Unit } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { kindName } from '../views/words.ts';

/** Where no check says from when to warn: from half of the limit on, as the check of columns has it. */
const SHARE_OF_LIMIT = 0.5;

/**
 * 临近更新时限的栏目、账号 of a scope: what has to be published by when, the most pressing first, as the newest judgement saw them.
 * What went past its last day since then is left out: it has to be looked at again before anybody says so.
 */
export async function viewNearLimits(
  app: App,
  areaId: string,
  { scope, today, units }: { scope: Scope; today: CalendarDate; units: readonly Unit[] },
) {
  const judgement = await latestJudgement(app.db, areaId, today);
  if (!judgement) return { judgedOn: null, rows: [] };
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const found = await withinLimits(app.db, areaId, { judgementId: judgement.id, day: today, scope });
  const rows = found
    .map((row) => ({ ...row, left: daysLeft(row.lastUpdate, row.limit, today) }))
    .filter((row) => row.left >= 0 && row.left <= (row.warnDays ?? halfOf(row)))
    .toSorted((a, b) => a.left - b.left)
    .map(({ what, id, unitId, carrier, path, url, limit, lastUpdate, left }) => ({
      ...{ what, id, url, lastUpdate, daysLeft: left },
      unit: { id: unitId, name: names.get(unitId) ?? unitId },
      carrier: what === 'account' ? kindName(carrier) : carrier,
      name: columnName(path),
      limitName: limitName(limit),
      dueOn: lastDayWithin(lastUpdate, limit),
    }));
  return { judgedOn: judgement.day, rows };
}

const halfOf = ({ lastUpdate, limit }: WithinLimit): number =>
  Math.floor(daysBetween(lastUpdate, lastDayWithin(lastUpdate, limit)) * SHARE_OF_LIMIT);
