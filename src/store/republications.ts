import type { Insertable, Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { RepublicationResult } from '../notice/republication/result.ts';
import type { Db, Tables } from './schema.ts';

/** 转发: a page on which a unit published an issued notice again. */
export type Republication = Selectable<Tables['republication']>;
type Entered = Omit<Insertable<Tables['republication']>, 'lookedAt' | 'result'>;

/** Pages on which units copied a notice, in the order they were entered. */
export async function listRepublications(db: Db, areaId: string, noticeId: string): Promise<Republication[]> {
  return db
    .selectFrom('republication')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('noticeId', '=', noticeId)
    .orderBy('enteredAt')
    .orderBy('url')
    .execute();
}

/** Keeps a page with what was seen on it; entered again, the newer look stands. */
export async function putRepublication(db: Db, entered: Entered, look: { at: Instant; result: RepublicationResult }): Promise<void> {
  const { areaId, noticeId, url, ...rest } = entered;
  const values = { ...rest, lookedAt: look.at, result: JSON.stringify(look.result) };
  await db
    .insertInto('republication')
    .values({ areaId, noticeId, url, ...values })
    .onConflict((conflict) => conflict.columns(['areaId', 'noticeId', 'url']).doUpdateSet(values))
    .execute();
}
