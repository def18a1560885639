import { proposeUnit } from '../../ledger/duty-rule.ts';
import type { Problem, ProblemEvent } from '../../ledger/event.ts';
import { listDutyHolders } from '../../store/duty-holders.ts';
import type { Db } from '../../store/schema.ts';
import { listUnits } from '../../store/units.ts';
import { chargedUnit } from '../../subjects/unit-tree.ts';

interface Opened {
  problem: Problem;
  event: ProblemEvent;
}

/**
 * Puts new problems of one area with whom they fall to: what a machine found, with the unit that was named for that kind of duty
 * (seeds U14); a sub-unit's with the unit above it, which keeps both names (U08). Whoever enters a problem by hand has chosen the unit.
 */
export async function chargeOpened(db: Db, opened: readonly Opened[]): Promise<Opened[]> {
  const [first] = opened;
  if (!first) return [];
  const { areaId } = first.problem;
  const units = new Map((await listUnits(db, areaId)).map((unit) => [unit.id, unit]));
  const holders = await listDutyHolders(db, areaId);
  return opened.map(({ problem, event }) => {
    const subjects = [event.data.subject, problem.placeUrl, problem.channelId];
    const named =
      event.by.role === 'machine' ? subjects.map((subject) => proposeUnit(problem.category, holders.get(String(subject)) ?? {})) : [];
    const unitId = named.find((found) => found !== null)?.unitId ?? problem.unitId;
    const charged = chargedUnit(unitId, units);
    return { problem: { ...problem, unitId: charged, ...(charged === unitId ? {} : { atUnitId: unitId }) }, event };
  });
}
