import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { OfficeRecord } from './office-records.ts';
import type { Db } from './schema.ts';

/** What an entry of the directory said before and after an act of a person. */
interface DirectoryState {
  day: CalendarDate;
  unitId: string | null;
  data: unknown;
}
export interface DirectoryChange {
  areaId: string;
  recordId: string;
  /** From 1, in the order of the acts on this record. */
  seq: number;
  kind: string;
  at: Instant;
  byName: string;
  before: DirectoryState | null;
  after: DirectoryState | null;
}

/** Every record of some kinds, whatever day it speaks of, by kind and id. */
export async function directoryRecords(db: Db, areaId: string, kinds: readonly string[]): Promise<OfficeRecord[]> {
  return db
    .selectFrom('officeRecord')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('kind', '=', sql<string>`any(${kinds}::text[])`)
    .orderBy('kind')
    .orderBy('id')
    .execute();
}

/** Takes one record out; answers whether it was there. */
export async function removeOfficeRecord(db: Db, areaId: string, kind: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('officeRecord')
    .where('areaId', '=', areaId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Appends an act to the record's history. Two at once on one record cannot both be next: the later one fails and writes nothing. */
export async function appendDirectoryChange(db: Db, change: Omit<DirectoryChange, 'seq'>): Promise<void> {
  const { before, after, ...rest } = change;
  const last = await db
    .selectFrom('directoryChange')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('areaId', '=', change.areaId)
    .where('recordId', '=', change.recordId)
    .executeTakeFirst();
  await db
    .insertInto('directoryChange')
    .values({ ...rest, seq: (last?.seq ?? 0) + 1, before: jsonOf(before), after: jsonOf(after) })
    .execute();
}

const jsonOf = (state: DirectoryState | null): string | null => (state === null ? null : JSON.stringify(state));

/** Acts on the directory of an area, the newest first; at most `limit`. */
export async function directoryChanges(db: Db, areaId: string, limit: number): Promise<DirectoryChange[]> {
  const rows = await db
    .selectFrom('directoryChange')
    .selectAll()
    .where('areaId', '=', areaId)
    .orderBy('at', 'desc')
    .orderBy('recordId')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows as DirectoryChange[];
}
