import type { CalendarDate } from '../../core/date.ts';
import { isOverdue, projectAsOf } from '../../ledger/project.ts';
import { type Stock, stockOf } from '../../ledger/stock.ts';
import type { AreaPeriod } from '../../store/periods.ts';
import { countEvents } from '../../store/views-facets.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';

/** 存量 at the cut-off of a period, with what was late on that day. */
export interface PeriodStock extends Stock {
  overdue: number;
}

/** Reckoned stocks by database, area and number of acts: the ledger only grows, so a number of acts names one ledger. */
const known = new WeakMap<object, Map<string, Map<string, PeriodStock>>>();

/** Stock of each period given (newest last). The span of one begins after the cut-off of the one before it. */
export async function stockOfPeriods(app: App, areaId: string, periods: readonly AreaPeriod[]): Promise<Map<string, PeriodStock>> {
  const acts = await countEvents(app.db, areaId);
  const cutoffs = periods.map(({ id, cutoff }) => `${id}=${cutoff}`).join();
  const key = `${areaId} ${acts} ${cutoffs}`;
  const cache = known.get(app.db) ?? new Map<string, Map<string, PeriodStock>>();
  known.set(app.db, cache);
  const found = cache.get(key);
  if (found) return found;
  const ledger = await ledgerOf(app.db, areaId);
  const stocks = new Map(
    periods.map(({ id, cutoff }, i): [string, PeriodStock] => {
      const after: CalendarDate | null = periods[i - 1]?.cutoff ?? null;
      const overdue = ledger.filter((entry) => {
        const state = projectAsOf(entry.events, cutoff);
        return state !== null && isOverdue(state, cutoff);
      }).length;
      return [id, { ...stockOf(ledger, { after, cutoff }).total, overdue }];
    }),
  );
  if (cache.size > 50) cache.clear();
  cache.set(key, stocks);
  return stocks;
}
