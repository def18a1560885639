import type { Insertable, Selectable } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** An objection that had no answer when a notice was issued all the same. */
export type KeptDespite = Selectable<Tables['noticeDespite']>;

/** Keeps which open objections a notice is issued despite; never changed afterwards. */
export async function insertDespite(db: Db, rows: readonly Insertable<Tables['noticeDespite']>[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('noticeDespite').values(rows).execute();
}

/** Objections without an answer that a notice was issued despite, the oldest first. */
export async function listDespite(db: Db, noticeId: string): Promise<KeptDespite[]> {
  return db.selectFrom('noticeDespite').selectAll().where('noticeId', '=', noticeId).orderBy('raisedAt').orderBy('key').execute();
}
