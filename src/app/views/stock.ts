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
  const until = countsUntil(moves);
  return new Map(periods.map(({ id, cutoff }, i) => [id, stockOfSpan(until, open, periods[i - 1]?.cutoff ?? null, cutoff)]));
}

/** Problems that were late at the end of a day. */
export const lateOn = (app: App, areaId: string, day: CalendarDate): Promise<number> =>
  countLateOn(app.db, areaId, day, { waiting: actsInto(waitsForUnit), open: STOCK_STATUSES });

type Counts = Readonly<Record<DayMoves['move'], number>>;
const NONE: Counts = { found: 0, reopened: 0, closed: 0 };

/** How many moves of each kind there were up to and including a day (null: before the first). `moves` stand by day, oldest first. */
function countsUntil(moves: readonly DayMoves[]): (day: CalendarDate | null) => Counts {
  const days: CalendarDate[] = [];
  const sums: Counts[] = [];
  let sum = NONE;
  for (const { day, move, count } of moves) {
    sum = { ...sum, [move]: sum[move] + count };
    if (days.at(-1) !== day) days.push(day);
    sums[days.length - 1] = sum;
  }
  return (day) => {
    if (day === null) return NONE;
    const next = days.findIndex((one) => one > day);
    return sums[(next < 0 ? days.length : next) - 1] ?? NONE;
  };
}

function stockOfSpan(until: ReturnType<typeof countsUntil>, open: number, after: CalendarDate | null, cutoff: CalendarDate): PeriodStock {
  const [before, then, ever] = [until(after), until(cutoff), until(LAST_DAY)];
  const stock = ({ found, reopened, closed }: Counts): number => found + reopened - closed;
  // A cut-off that lies before that of the period before leaves no day between them.
  const within = (move: DayMoves['move']): number => Math.max(0, then[move] - before[move]);
  return {
    opening: stock(before),
    ...{ found: within('found'), reopened: within('reopened'), closed: within('closed') },
    closing: open - (stock(ever) - stock(then)),
  };
}
