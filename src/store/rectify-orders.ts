import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** A look that was asked for to recheck one problem by machine. */
export type RecheckOrder = Selectable<Tables['recheckOrder']>;

/** Orders rechecks by machine; one of the same problem and moment stands once. */
export async function insertOrders(db: Db, orders: readonly Omit<RecheckOrder, 'runId' | 'settledAt' | 'outcome'>[]): Promise<void> {
  if (orders.length === 0) return;
  await db
    .insertInto('recheckOrder')
    .values(orders.map((order) => ({ ...order, runId: null, settledAt: null, outcome: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Orders nobody has settled, of all areas, the oldest first. */
export async function openOrders(db: Db): Promise<RecheckOrder[]> {
  return db.selectFrom('recheckOrder').selectAll().where('settledAt', 'is', null).orderBy('areaId').orderBy('orderedAt').execute();
}

/** The newest order of each of the problems. */
export async function lastOrders(db: Db, areaId: string, problemIds: readonly string[]): Promise<Map<string, RecheckOrder>> {
  const rows = await db
    .selectFrom('recheckOrder')
    .distinctOn('problemId')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('problemId', '=', sql<string>`any(${problemIds}::text[])`)
    .orderBy('problemId')
    .orderBy('orderedAt', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.problemId, row]));
}

type Key = Pick<RecheckOrder, 'areaId' | 'problemId' | 'orderedAt'>;

/** How far the run of an order has come with its channel, and since when it looks; null while none was begun. */
export async function lookOf(db: Db, { runId, channelId }: Pick<RecheckOrder, 'runId' | 'channelId'>) {
  if (runId === null) return null;
  const look = await db
    .selectFrom('scanTarget')
    .select(['state', 'startedAt'])
    .where('runId', '=', runId)
    .where('channelId', '=', channelId)
    .executeTakeFirst();
  return look ?? null;
}

/** Notes the run that looks for these orders. */
export async function startOrders(db: Db, keys: readonly Key[], runId: string): Promise<void> {
  for (const key of keys) await ofKey(db, key).set({ runId }).execute();
}

/** Settles an order with what the look said; false when it was settled before. */
export async function settleOrder(db: Db, key: Key, outcome: NonNullable<RecheckOrder['outcome']>, settledAt: Instant): Promise<boolean> {
  const { numUpdatedRows } = await ofKey(db, key).set({ outcome, settledAt }).where('settledAt', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

const ofKey = (db: Db, { areaId, problemId, orderedAt }: Key) =>
  db.updateTable('recheckOrder').where('areaId', '=', areaId).where('problemId', '=', problemId).where('orderedAt', '=', orderedAt);
