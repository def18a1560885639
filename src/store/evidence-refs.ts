import { type RawBuilder, sql } from 'kysely';
import type { Db } from './schema.ts';

/** Hashes kept somewhere inside JSON: the state of an unfinished scan, and a fact's own data beside its `blob`. */
const HASHES = '"([0-9a-f]{64})"';

/**
 * Collects every hash that anything in the database refers to, the marked facts (`gc_thinned`) left out. Columns are
 * found by name, `blob` or ending in `_blob`, so that a table added later is not forgotten here.
 */
export async function markKeptBlobs(session: Db): Promise<void> {
  await sql`drop table if exists gc_kept_blob`.execute(session);
  await sql`create temp table gc_kept_blob as ${await allReferences(session)}`.execute(session);
  await sql`create index on gc_kept_blob (hash)`.execute(session);
  await sql`analyze gc_kept_blob`.execute(session);
}

/** Marks more hashes as kept. */
export async function keepBlobs(session: Db, hashes: readonly string[]): Promise<void> {
  if (hashes.length > 0) await sql`insert into gc_kept_blob select unnest(${hashes}::text[])`.execute(session);
}

/** Some of the kept hashes; a hash says nothing of what it stands for, so any are as good. */
export async function someKeptBlobs(session: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`select hash from gc_kept_blob limit ${limit}`.execute(session);
  return rows.map(({ hash }) => hash);
}

/** Those of the kept hashes that begin with two given digits. */
export async function keptBlobs(session: Db, prefix: string): Promise<Set<string>> {
  const { rows } = await sql<{ hash: string }>`select hash from gc_kept_blob where hash >= ${prefix} and hash < ${`${prefix}g`}`.execute(
    session,
  );
  return new Set(rows.map(({ hash }) => hash));
}

/** Of these hashes, those that something refers to at this moment. */
export async function referencedNow(session: Db, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const { rows } = await sql<{ hash: string }>`
    select kept.hash from (${await allReferences(session)}) kept where kept.hash = any(${hashes}::text[])`.execute(session);
  return new Set(rows.map(({ hash }) => hash));
}

async function allReferences(session: Db): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ tableName: string; columnName: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and data_type = 'text' and (column_name = 'blob' or column_name like '%\\_blob')
      and table_name <> 'fact' order by 1, 2`.execute(session);
  const standing = sql`not exists (select from gc_thinned t where t.channel_id = f.channel_id and t.id = f.id)`;
  const columns = rows.map(
    ({ tableName, columnName }) => sql`select ${sql.ref(columnName)} from ${sql.table(tableName)} where ${sql.ref(columnName)} is not null`,
  );
  return sql`select distinct blob as hash from (${sql.join(
    [
      sql`select f.blob from fact f where f.blob is not null and ${standing}`,
      sql`select found[1] from fact f cross join lateral regexp_matches(f.data::text, ${HASHES}, 'g') found where ${standing}`,
      sql`select found[1] from scan_target t cross join lateral regexp_matches(t.checkpoint::text, ${HASHES}, 'g') found`,
      ...columns,
    ],
    sql` union all `,
  )}) reference`;
}
