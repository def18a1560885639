import { sql } from 'kysely';
import type { PageTrace } from '../collect/memory/page-memory.ts';
import type { Instant } from '../core/date.ts';
import { batches } from './batch.ts';
import { patiently } from './patience.ts';
import type { Db } from './schema.ts';

/** Who reads the pages of a site for what: a trace of one is of no use to the other. */
export type PageReader = 'scan' | 'sweep';

/** A trace with the key of its address. */
export interface KeyedTrace {
  key: string;
  trace: PageTrace;
}
export interface KeyedMoment {
  key: string;
  at: Instant;
}

const bytes = (keys: readonly string[]) => sql`any(${keys.map((key) => Buffer.from(key, 'hex'))}::bytea[])`;

/** Traces by key (32 hexadecimal digits) of those pages that have one. */
export async function findTraces(db: Db, siteId: string, reader: PageReader, keys: readonly string[]): Promise<Map<string, PageTrace>> {
  const query = sql<{ key: string; blob: string; trace: string }>`
    select encode(key, 'hex') as key, blob, trace from page_memory
    where site_id = ${siteId} and reader = ${reader} and key = ${bytes(keys)}`;
  const { rows } = await patiently(() => query.execute(db));
  return new Map(rows.map(({ key, blob, trace }) => [key, { ...(JSON.parse(trace) as Omit<PageTrace, 'hash'>), hash: blob }]));
}

/** When addresses last opened, by key. */
export async function findOpened(db: Db, siteId: string, keys: readonly string[]): Promise<Map<string, Instant>> {
  const query = sql<KeyedMoment>`
    select encode(key, 'hex') as key, at from address_opened where site_id = ${siteId} and key = ${bytes(keys)}`;
  const { rows } = await patiently(() => query.execute(db));
  return new Map(rows.map(({ key, at }) => [key, at]));
}

/** Keeps traces; the newest of a page stands. The hash has a column of its own, so that the clearing of evidence keeps the bytes. */
export async function writeTraces(trx: Db, siteId: string, reader: PageReader, traces: readonly KeyedTrace[]): Promise<void> {
  for (const part of batches(traces)) {
    const given = JSON.stringify(part.map(({ key, trace: { hash, ...rest } }) => ({ key, blob: hash, trace: JSON.stringify(rest) })));
    await sql`
      insert into page_memory (site_id, reader, key, blob, trace)
      select ${siteId}, ${reader}, decode(r.key, 'hex'), r.blob, r.trace
      from json_to_recordset(${given}::json) as r (key text, blob text, trace text)
      on conflict (site_id, reader, key) do update set blob = excluded.blob, trace = excluded.trace`.execute(trx);
  }
}

/** Keeps when addresses opened; the latest moment stands. */
export async function writeOpened(trx: Db, siteId: string, opened: readonly KeyedMoment[]): Promise<void> {
  for (const part of batches(opened)) {
    await sql`
      insert into address_opened (site_id, key, at)
      select ${siteId}, decode(r.key, 'hex'), r.at from json_to_recordset(${JSON.stringify(part)}::json) as r (key text, at timestamptz)
      on conflict (site_id, key) do update set at = greatest(address_opened.at, excluded.at)`.execute(trx);
  }
}
