import { type RawBuilder, sql } from 'kysely';
import type { AddressRow, AddressState, KeptAddresses } from '../collect/frontier/kept-rows.ts';
import { batches } from './batch.ts';
import { patiently } from './patience.ts';
import type { Db } from './schema.ts';

/** One scan of one site. */
export interface ScanKey {
  siteId: string;
  runId: string;
}

const COLUMNS = sql`encode(key, 'hex') as key, seq, url, relation, own, found_on, found_on_count, state, outcomes, last_at, last_status`;

type Kept = Omit<AddressRow, 'foundOn' | 'outcomes' | 'lastLookAt'> & { foundOn: string; outcomes: string; lastAt: string | null };

/** The addresses of one scan, as the frontier reads them. */
export function keptAddresses(db: Db, { siteId, runId }: ScanKey): KeptAddresses {
  const ask = async (where: RawBuilder<unknown>): Promise<AddressRow[]> => {
    const query = sql<Kept>`select ${COLUMNS} from scan_address where site_id = ${siteId} and run_id = ${runId} and ${where}`;
    return (await patiently(() => query.execute(db))).rows.map(asRow);
  };
  return {
    async totals() {
      const query = sql<{ state: AddressState; n: number; last: number }>`
        select state, count(*)::int as n, max(seq) as last from scan_address where site_id = ${siteId} and run_id = ${runId} group by state`;
      const totals = { seen: 0, settled: 0, open: 0, lastSeq: 0 };
      for (const { state, n, last } of (await patiently(() => query.execute(db))).rows) {
        totals.seen += n;
        if (state !== 'waiting') totals[state] = n;
        totals.lastSeq = Math.max(totals.lastSeq, last);
      }
      return totals;
    },
    byKeys: (keys) => ask(sql`key = any(${keys.map((key) => Buffer.from(key, 'hex'))}::bytea[])`),
    waiting: (after, limit) => ask(sql`state = 'waiting' and seq > ${after} order by seq limit ${limit}`),
    open: (limit, looks) => ask(sql`state = 'open' and looks <= ${Math.min(looks, 32_767)} order by seq limit ${limit}`),
  };
}

/** Writes rows whole, new or changed. Belongs into the transaction of the facts that were found by looking at them. */
export async function writeAddresses(trx: Db, { siteId, runId }: ScanKey, rows: readonly AddressRow[]): Promise<void> {
  for (const part of batches(rows)) {
    const given = JSON.stringify(
      part.map(({ foundOn, outcomes, lastLookAt, lastStatus, foundOnCount, ...rest }) => ({
        ...rest,
        found_on: JSON.stringify(foundOn.map(({ url, text, home }) => [url, text, home])),
        found_on_count: foundOnCount,
        looks: outcomes.length,
        outcomes: outcomes.join(' '),
        last_at: lastLookAt,
        last_status: lastStatus,
      })),
    );
    await sql`
      insert into scan_address as kept
        (site_id, run_id, key, seq, url, relation, own, found_on, found_on_count, state, looks, outcomes, last_at, last_status)
      select ${siteId}, ${runId}, decode(r.key, 'hex'), r.seq, r.url, r.relation, r.own, r.found_on, r.found_on_count, r.state, r.looks,
        r.outcomes, r.last_at, r.last_status
      from json_to_recordset(${given}::json) as r (key text, seq int, url text, relation text, own boolean, found_on text,
        found_on_count int, state text, looks int, outcomes text, last_at timestamptz, last_status int)
      on conflict (site_id, run_id, key) do update set relation = excluded.relation, found_on = excluded.found_on,
        found_on_count = excluded.found_on_count, state = excluded.state, looks = excluded.looks, outcomes = excluded.outcomes,
        last_at = excluded.last_at, last_status = excluded.last_status`.execute(trx);
  }
}

/** Deletes what a scan that has ended needed on its way. */
export async function clearScan(db: Db, { siteId, runId }: ScanKey): Promise<void> {
  await sql`delete from scan_address where site_id = ${siteId} and run_id = ${runId}`.execute(db);
  await sql`delete from scan_note where site_id = ${siteId} and run_id = ${runId}`.execute(db);
}

function asRow({ foundOn, outcomes, lastAt, ...rest }: Kept): AddressRow {
  return {
    ...rest,
    foundOn: (JSON.parse(foundOn) as [string, string, boolean][]).map(([url, text, home]) => ({ url, text, home })),
    outcomes: outcomes === '' ? [] : (outcomes.split(' ') as AddressRow['outcomes']),
    lastLookAt: lastAt,
  };
}
