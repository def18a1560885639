import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { listProblems } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';

/** Every problem of an area with its history, in a fixed order. */
export async function ledgerOf(db: Db, areaId: string): Promise<LedgerEntry[]> {
  const { rows } = await listProblems(db, areaId);
  const histories = await listEventsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ projection: _projection, ...problem }) => ({ problem, events: histories.get(problem.id) ?? [] }));
}
