import { sql } from 'kysely';
import type { Db } from '../../src/store/schema.ts';

/** What the bench asks of the database while a day runs and at its end. */

export async function queueState(db: Db): Promise<{ ready: number; resting: number; active: number; looked: number }> {
  const { rows } = await sql<{ ready: number; resting: number; active: number; looked: number }>`
    select count(*) filter (where state < 'active' and start_after <= now()) as ready,
      count(*) filter (where state < 'active' and start_after > now()) as resting,
      count(*) filter (where state = 'active') as active,
      (select count(*) from scan_target t join scan_run r on r.id = t.run_id where r.kind = 'daily' and t.state in ('done', 'not-run')) as looked
    from pgboss.job where name = 'scan-channel' and state < 'completed'`.execute(db);
  return rows[0] as NonNullable<(typeof rows)[0]>;
}

export async function looked(db: Db): Promise<{ lastDailyEnd: string | null; jobs: number; targets: Record<string, number> }> {
  const { rows } = await sql<{ kind: string; state: string; targets: number; last: string | null }>`
    select r.kind, t.state, count(*) as targets, max(t.finished_at) as last
    from scan_run r join scan_target t on t.run_id = r.id group by 1, 2 order by 1, 2`.execute(db);
  const daily = rows.find(({ kind, state }) => kind === 'daily' && state === 'done');
  const jobs = rows.filter(({ state }) => state === 'done' || state === 'not-run').reduce((sum, { targets }) => sum + targets, 0);
  const targets: Record<string, number> = {};
  for (const row of rows) {
    const key = `${row.kind === 'daily' ? 'daily' : 'probe'} ${row.state}`;
    targets[key] = (targets[key] ?? 0) + row.targets;
  }
  return { lastDailyEnd: daily?.last ?? null, jobs, targets };
}

export const databaseSize = async (db: Db): Promise<number> =>
  Math.round((await sql<{ mb: number }>`select pg_database_size(current_database()) / 1048576.0 as mb`.execute(db)).rows[0]?.mb ?? 0);

export async function tableSizes(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; mb: number }>`
    select relname as name, round(pg_total_relation_size(oid) / 1048576.0)::int as mb from pg_class
    where relkind = 'r' and pg_total_relation_size(oid) > 4194304 order by 2 desc limit 8`.execute(db);
  return Object.fromEntries(rows.map(({ name, mb }) => [name, mb]));
}
