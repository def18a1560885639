import type { CalendarDate } from '../../core/date.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { STOCK_STATUSES } from '../../ledger/status.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { listProblems } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';

/** No ledger is read in part without anybody noticing. */
const ALL = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };

/**
 * Every problem of an area with its whole history, in a fixed order. With `since`, those only that stand in the stock today or
 * were acted on since that day: what had come to rest before counts for nothing that happened later.
 */
export async function ledgerOf(db: Db, areaId: string, since?: CalendarDate): Promise<LedgerEntry[]> {
  const { rows } = await listProblems(db, areaId, since === undefined ? {} : { astir: { since, open: STOCK_STATUSES } }, ALL);
  const histories = await listEventsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ projection: _projection, ...problem }) => ({ problem, events: histories.get(problem.id) ?? [] }));
}
