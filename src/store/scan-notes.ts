import { sql } from 'kysely';
import { patiently } from './patience.ts';
import type { ScanKey } from './scan-addresses.ts';
import type { Db } from './schema.ts';

/** Notes of a scan's steps in the order they were kept. */
export async function readNotes<T>(db: Db, { siteId, runId }: ScanKey): Promise<T[]> {
  const query = sql<{ notes: string }>`select notes from scan_note where site_id = ${siteId} and run_id = ${runId} order by seq`;
  const { rows } = await patiently(() => query.execute(db));
  return rows.flatMap(({ notes }) => JSON.parse(notes) as T[]);
}

/** Adds notes under a number that rises with each call; the same number again writes nothing twice. */
export async function addNotes(trx: Db, { siteId, runId }: ScanKey, seq: number, notes: readonly unknown[]): Promise<void> {
  if (notes.length === 0) return;
  await sql`
    insert into scan_note (site_id, run_id, seq, notes) values (${siteId}, ${runId}, ${seq}, ${JSON.stringify(notes)})
    on conflict (site_id, run_id, seq) do update set notes = excluded.notes`.execute(trx);
}

/** The highest number of a scan's notes; 0 without any. */
export async function lastNote(db: Db, { siteId, runId }: ScanKey): Promise<number> {
  const query = sql<{ last: number }>`select coalesce(max(seq), 0) as last from scan_note where site_id = ${siteId} and run_id = ${runId}`;
  return (await patiently(() => query.execute(db))).rows[0]?.last ?? 0;
}
