import { type Selectable, sql } from 'kysely';
import { type CalendarDate, type Instant, instantOf } from '../core/date.ts';
import type { FactKind } from '../evidence/facts.ts';
import type { Db, Tables } from './schema.ts';

/** A monitoring of an area that somebody asked for (立即监测). */
export type LookOrder = Selectable<Tables['lookOrder']>;

const OPEN = { runId: null, endedAt: null, outcome: null, found: null, reopened: null, gone: null };

/** Keeps an order; false when another one of the area is open. */
export async function insertLookOrder(db: Db, order: Omit<LookOrder, keyof typeof OPEN>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lookOrder')
    .values({ ...order, ...OPEN })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

/** Orders that have not ended, of all areas. */
export async function openLookOrders(db: Db): Promise<LookOrder[]> {
  return db.selectFrom('lookOrder').selectAll().where('endedAt', 'is', null).orderBy('at').orderBy('areaId').execute();
}

export async function newestLookOrder(db: Db, areaId: string): Promise<LookOrder | null> {
  const row = await db
    .selectFrom('lookOrder')
    .selectAll()
    .where('areaId', '=', areaId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

type Key = Pick<LookOrder, 'areaId' | 'id'>;

/** Notes the run that looks. */
export async function startLookOrder(db: Db, key: Key, runId: string): Promise<void> {
  await ofKey(db, key).set({ runId }).where('endedAt', 'is', null).execute();
}

/** What the looking meant for the ledger: problems opened, found again after they were settled, seen fixed. */
export type LookNews = Record<'found' | 'reopened' | 'gone', number>;

/** Ends an order; false when it had ended before. */
export async function endLookOrder(
  db: Db,
  key: Key,
  end: { outcome: 'done'; news: LookNews } | { outcome: 'lapsed' | 'failed' },
  endedAt: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await ofKey(db, key)
    .set({ outcome: end.outcome, endedAt, ...('news' in end ? end.news : {}) })
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const ofKey = (db: Db, { areaId, id }: Key) => db.updateTable('lookOrder').where('areaId', '=', areaId).where('id', '=', id);

/** Channels that runs of these ids have in hand or still before them (`null`), or have ended with since a moment, and when last. */
export async function lookedSince(db: Db, runIds: readonly string[], since: Instant): Promise<Map<string, Instant | null>> {
  const { rows } = await sql<{ channelId: string; last: Instant | null; open: boolean }>`
    select channel_id, max(finished_at) as last, bool_or(state in ('waiting', 'running')) as open
    from scan_target where run_id = any(${runIds}::text[]) group by channel_id
    having bool_or(state in ('waiting', 'running')) or max(finished_at) > ${since}`.execute(db);
  return new Map(rows.map(({ channelId, last, open }) => [channelId, open ? null : last]));
}

const PAGES: readonly FactKind[] = ['home', 'column-list', 'article'];
const ASKED: readonly FactKind[] = [...PAGES, 'link', 'attachment', 'page-again', 'search-engine-view'];

/** What runs of these ids have asked sites for on a day, by what they kept of it. Who was asked for nothing is left out. */
export async function askedOnDay(
  db: Db,
  runIds: readonly string[],
  day: CalendarDate,
  siteIds: readonly string[],
): Promise<Map<string, { pages: number; requests: number }>> {
  const { rows } = await sql<{ channelId: string; pages: number; requests: number }>`
    select channel_id, count(*) filter (where kind = any(${PAGES}::text[])) as pages, count(*) as requests
    from fact where channel_id = any(${siteIds}::text[]) and kind = any(${ASKED}::text[]) and at >= ${instantOf(day, '00:00')}
      and run_id = any(${runIds}::text[]) group by channel_id`.execute(db);
  return new Map(rows.map(({ channelId, pages, requests }) => [channelId, { pages, requests }]));
}
