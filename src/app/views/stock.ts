import type { CalendarDate } from '../../core/date.ts';
import { type Scope, WHOLE_AREA } from '../../core/role.ts';
import { STOCK_STATUSES, waitsForUnit } from '../../ledger/status.ts';
import type { Stock } from '../../ledger/stock.ts';
import { actsInto } from '../../ledger/transitions.ts';
import { countLateOn, countNow, type DayMoves, movesByDay } from '../../store/ledger-moves.ts';
import type { AreaPeriod } from '../../store/periods.ts';
import type { App } from '../open.ts';

export type PeriodStock = Omit<Stock, 'closedAs'>;
const LAST_DAY: CalendarDate = '9999-12-31';

/**
 * Stock of each period given, the newest last, by period id. The span of one begins after the cut-off of the one before it.
 * Opening is the sum of all moves up to it; closing is reckoned backwards from what stands open today, so that the
 * equation stays a check of the ledger and no definition.
 */
export async function stockOfPeriods(
  app: App,
  areaId: string,
  periods: readonly Pick<AreaPeriod, 'id' | 'cutoff'>[],
  scope: Scope = WHOLE_AREA,
): Promise<Map<string, PeriodStock>> {
  if (periods.length === 0) return new Map();
  const [moves, open] = await Promise.all([movesByDay(app.db, areaId, scope, LAST_DAY), countNow(app.db, areaId, scope, STOCK_STATUSES)]);
  return new Map(periods.map(({ id, cutoff }, i) => [id, stockOfSpan(moves, open, periods[i - 1]?.cutoff ?? null, cutoff)]));
}

/** Problems that were late at the end of a day. */
export const lateOn = (app: App, areaId: string, day: CalendarDate): Promise<number> =>
  countLateOn(app.db, areaId, day, { waiting: actsInto(waitsForUnit), open: STOCK_STATUSES });

function stockOfSpan(moves: readonly DayMoves[], open: number, after: CalendarDate | null, cutoff: CalendarDate): PeriodStock {
  const sum = (from: CalendarDate | null, to: CalendarDate, move?: DayMoves['move']) =>
    moves.reduce(
      (n, row) =>
        (from !== null && row.day <= from) || row.day > to || (move && row.move !== move)
          ? n
          : n + (move || row.move !== 'closed' ? row.count : -row.count),
      0,
    );
  return {
    opening: after === null ? 0 : sum(null, after),
    found: sum(after, cutoff, 'found'),
    reopened: sum(after, cutoff, 'reopened'),
    closed: sum(after, cutoff, 'closed'),
    closing: open - sum(cutoff, LAST_DAY),
  };
}
