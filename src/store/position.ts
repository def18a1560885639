import { sql } from 'kysely';
import type { Db } from './schema.ts';

const OWNERS = { site: 'area_id', account: 'area_id', site_column: 'site_id' } as const;

/**
 * The first free place behind the rows an owner has. New rows go to the end in the order of their file;
 * rows known before keep their place, so that a partial file does not reorder the printed tables.
 */
export async function nextPosition(db: Db, table: keyof typeof OWNERS, ownerId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position) + 1, 0) as next from ${sql.table(table)} where ${sql.ref(OWNERS[table])} = ${ownerId}`.execute(db);
  return rows[0]?.next ?? 0;
}

/** Numbers rows behind those their owner has already. */
export async function placed<T>(
  db: Db,
  table: keyof typeof OWNERS,
  rows: readonly T[],
  ownerOf: (row: T) => string,
): Promise<(T & { position: number })[]> {
  const next = new Map<string, number>();
  const result: (T & { position: number })[] = [];
  for (const row of rows) {
    const owner = ownerOf(row);
    const position = next.get(owner) ?? (await nextPosition(db, table, owner));
    next.set(owner, position + 1);
    result.push({ ...row, position });
  }
  return result;
}
