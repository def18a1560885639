import type { Selectable } from 'kysely';
import { stableId } from '../core/id.ts';
import type { Draw } from '../ledger/draw.ts';
import type { InspectionDraw } from '../ledger/inspection-draw.ts';
import type { Db, Tables } from './schema.ts';

export type DrawRow = Selectable<Tables['draw']>;
/** A draw of problems and of the people who recheck them (双随机). */
export type InspectionDrawRow = DrawRow & { kind: 'problems'; record: InspectionDraw };

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

export async function findDraw(db: Db, areaId: string, id: string): Promise<DrawRow | null> {
  return (await db.selectFrom('draw').selectAll().where('areaId', '=', areaId).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Whether a draw sends inspectors to the units of problems: only such a one has assignments. */
export const isInspection = (row: DrawRow): row is InspectionDrawRow => row.kind === 'problems' && 'assignments' in (row.record as Draw);
