import { isOverdue, projectAsOf } from '../../ledger/project.ts';
import { type Stock, stockOf } from '../../ledger/stock.ts';
import type { AreaPeriod } from '../../store/periods.ts';
import { countEventsUntil } from '../../store/views-facets.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';

/** 存量 of periods by id, and how many problems were late at the last cut-off. */
export interface Stocks {
  byPeriod: ReadonlyMap<string, Stock>;
  overdue: number;
}

const KEPT = 50;
/** Reckoned stocks by database, area, periods and number of acts up to the last cut-off: what happens later changes none of them. */
const known = new WeakMap<object, Map<string, Stocks>>();

/** Stock of each period given, the newest last. The span of one begins after the cut-off of the one before it. */
export async function stockOfPeriods(app: App, areaId: string, periods: readonly AreaPeriod[]): Promise<Stocks> {
  const last = periods.at(-1);
  if (!last) return { byPeriod: new Map(), overdue: 0 };
  const acts = await countEventsUntil(app.db, areaId, last.cutoff);
  const key = [areaId, acts, ...periods.map(({ id, cutoff }) => `${id}=${cutoff}`)].join();
  const cache = known.get(app.db) ?? new Map<string, Stocks>();
  known.set(app.db, cache);
  const found = cache.get(key);
  if (found) return found;
  const ledger = await ledgerOf(app.db, areaId);
  const late = ledger.filter(({ events }) => {
    const state = projectAsOf(events, last.cutoff);
    return state !== null && isOverdue(state, last.cutoff);
  });
  const stocks: Stocks = {
    byPeriod: new Map(periods.map(({ id, cutoff }, i) => [id, stockOf(ledger, { after: periods[i - 1]?.cutoff ?? null, cutoff }).total])),
    overdue: late.length,
  };
  if (cache.size >= KEPT) cache.clear();
  cache.set(key, stocks);
  return stocks;
}
