import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Db } from './schema.ts';
import { upsert } from './upsert.ts';

/** What an office stated in a sheet or an export, of one of the kinds its reader names. `data` is plain JSON. */
export interface OfficeRecord<T = unknown> {
  areaId: string;
  kind: string;
  /** Made from what makes it one statement, so that the same file twice changes nothing (seeds D07). */
  id: string;
  /** The day it speaks of. */
  day: CalendarDate;
  unitId: string | null;
  accountId: string | null;
  data: T;
  /** File it came from first. */
  source: string;
}

/** Writes records; one known already is changed only where it says something else. */
export async function upsertOfficeRecords(db: Db, records: readonly OfficeRecord[]): Promise<void> {
  const rows = records.map(({ data, ...rest }) => ({ ...rest, data: JSON.stringify(data) }));
  await upsert(db, 'officeRecord', ['areaId', 'kind', 'id'], rows, ['source']);
}

/** Records of a kind from `from` to `to`, both days included, oldest first. */
export async function listOfficeRecords<T>(
  db: Db,
  areaId: string,
  kind: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<OfficeRecord<T>[]> {
  const rows = await db
    .selectFrom('officeRecord')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('kind', '=', kind)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, data: row.data as T }));
}

/** Records by id, in no order; what is not held is absent. */
export async function findOfficeRecords(db: Db, areaId: string, ids: readonly string[]): Promise<OfficeRecord[]> {
  return db
    .selectFrom('officeRecord')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
}
