import type { CalendarDate } from '../../core/date.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { STOCK_STATUSES } from '../../ledger/status.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { listProblems, type ProblemFilter } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';

/** No ledger is read in part without anybody noticing. */
const ALL = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };

/** Which part of a ledger is read; conditions all hold. */
export interface LedgerPart extends Pick<ProblemFilter, 'channelIds' | 'ids'> {
  /** Only what stands in the stock today or was acted on since that day: what had come to rest before counts for nothing that happened later. */
  since?: CalendarDate;
}

/** Every problem of an area, or of a part of its ledger, with its whole history, in a fixed order. */
export async function ledgerOf(db: Db, areaId: string, { since, ...filter }: LedgerPart = {}): Promise<LedgerEntry[]> {
  const astir = since === undefined ? {} : { astir: { since, open: STOCK_STATUSES } };
  const { rows } = await listProblems(db, areaId, { ...filter, ...astir }, ALL);
  const histories = await listEventsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ projection: _projection, ...problem }) => ({ problem, events: histories.get(problem.id) ?? [] }));
}
