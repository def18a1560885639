import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** 待点名: a unit to be named in the next notice, until one names it or the office lets it off. */
export type NamingMark = Selectable<Tables['namingMark']>;

/** Marks of an area in the order they were made. */
export async function listMarks(db: Db, areaId: string): Promise<NamingMark[]> {
  return db
    .selectFrom('namingMark')
    .selectAll()
    .where('areaId', '=', areaId)
    .orderBy('markedOn')
    .orderBy('markedAt')
    .orderBy('id')
    .execute();
}

/** Adds a mark; answers false when the very same stands already. */
export async function insertMark(db: Db, mark: Omit<NamingMark, 'namedIn' | 'liftedAt' | 'liftedBy' | 'liftedReason'>): Promise<boolean> {
  const added = await db
    .insertInto('namingMark')
    .values({ ...mark, namedIn: null, liftedAt: null, liftedBy: null, liftedReason: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Lets a unit off; answers whether there was an open mark of this id. */
export async function liftMark(db: Db, areaId: string, id: string, by: { at: Instant; name: string; reason: string }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('namingMark')
    .set({ liftedAt: by.at, liftedBy: by.name, liftedReason: by.reason })
    .where('areaId', '=', areaId)
    .where('id', '=', id)
    .where('namedIn', 'is', null)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Clears marks that an issued notice names; one that another notice named first stays as it is. */
export async function clearMarks(db: Db, areaId: string, ids: readonly string[], noticeId: string): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('namingMark')
    .set({ namedIn: noticeId })
    .where('areaId', '=', areaId)
    .where('id', 'in', ids)
    .where('namedIn', 'is', null)
    .where('liftedAt', 'is', null)
    .execute();
}
