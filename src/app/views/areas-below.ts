import { PROBLEM_STATUS_CODES, type ProblemStatus, STOCK_STATUSES, waitsForUnit } from '../../ledger/status.ts';
import { type AreaStatusCount, countByAreaAndStatus, countUnitsByArea } from '../../store/views-areas.ts';
import { countVerdictsByKind } from '../../store/views-verdicts.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { choosePeriod } from './area-of.ts';
import { rateOf } from './pass-rates.ts';
import { SOON_DAYS } from './problems.ts';
import { daysOf, wholeRange } from './range.ts';

const TO_RECHECK: readonly ProblemStatus[] = ['rectified', 'rechecked_ok'];

/** What stands open in an area and in each below it, and the newest result of each; every one counts only its own. */
export async function viewAreasBelow(app: App, areaId: string, caller: Pick<Caller, 'role' | 'scope'>) {
  const { seen, scope } = await wholeRange(app, areaId, caller);
  const ids = seen.map(({ id }) => id);
  const statuses = { open: STOCK_STATUSES, waiting: PROBLEM_STATUS_CODES.filter(waitsForUnit) };
  const [counts, units, periods] = await Promise.all([
    countByAreaAndStatus(app.db, ids, scope, statuses, { days: daysOf(seen), soonDays: SOON_DAYS }),
    countUnitsByArea(app.db, ids),
    Promise.all(ids.map((id) => newestResult(app, id))),
  ]);
  const sum = (rows: readonly AreaStatusCount[], of: 'count' | 'late' | 'soon' = 'count') => rows.reduce((n, row) => n + row[of], 0);
  return {
    soonDays: SOON_DAYS,
    rows: seen.map(({ id, name }, i) => {
      const own = counts.filter((row) => row.areaId === id);
      const inStatus = (...some: readonly ProblemStatus[]) => sum(own.filter(({ status }) => some.includes(status)));
      return {
        ...{ id, name, units: units.get(id) ?? 0, open: sum(own), late: sum(own, 'late'), soon: sum(own, 'soon') },
        ...{ toHandOver: inStatus('confirmed'), disputed: inStatus('disputed'), toRecheck: inStatus(...TO_RECHECK) },
        period: periods[i] ?? null,
      };
    }),
  };
}

async function newestResult(app: App, areaId: string) {
  const period = await choosePeriod(app, areaId, undefined);
  if (!period) return null;
  const counts = await countVerdictsByKind(app.db, areaId, { kind: period.kind, until: period.from, howMany: 1 });
  const of = (type: 'site' | 'account') => rateOf(counts.filter((row) => row.type === type));
  return { id: period.id, label: period.label, cutoff: period.cutoff, site: of('site'), account: of('account') };
}
