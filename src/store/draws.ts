import type { Selectable } from 'kysely';
import { stableId } from '../core/id.ts';
import type { Db, Tables } from './schema.ts';

export type DrawRow = Selectable<Tables['draw']>;

/** Keeps a draw. The same draw again (same population, seed and count) is the same record and is not kept twice. */
export async function insertDraw(db: Db, row: Omit<DrawRow, 'id'>): Promise<string> {
  const id = stableId('draw', row.areaId, row.kind, JSON.stringify(row.record));
  await db
    .insertInto('draw')
    .values({ ...row, id, record: JSON.stringify(row.record) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}

/** Draws of an area, the newest first. */
export async function listDraws(db: Db, areaId: string): Promise<DrawRow[]> {
  return db.selectFrom('draw').selectAll().where('areaId', '=', areaId).orderBy('madeAt', 'desc').orderBy('id').execute();
}
