import { sql } from 'kysely';
import { SCANS } from './queue.ts';
import type { Db } from './schema.ts';

/** Names of workers that have something in hand, as `claimTarget` noted them, of those that begin so. */
export async function workersInHand(db: Db, prefix: string): Promise<string[]> {
  const { rows } = await sql<{ worker: string }>`
    select distinct worker from scan_target where state = 'running' and worker is not null and starts_with(worker, ${prefix})`.execute(db);
  return rows.map(({ worker }) => worker);
}

/**
 * Gives the jobs of workers that are known to be dead back at once, so that nobody waits for their heartbeat to fail.
 * Answers how many. A job taken up meanwhile may come back once more: its claim is lost then, and it keeps nothing twice.
 */
export async function letGo(db: Db, workers: readonly string[]): Promise<number> {
  if (workers.length === 0) return 0;
  const { numAffectedRows } = await sql`
    update pgboss.job j set state = 'retry', start_after = now()
    from scan_target t
    where t.state = 'running' and t.worker = any(${workers}::text[]) and j.name = ${SCANS} and j.state = 'active'
      and j.singleton_key = t.host and j.data ->> 'runId' = t.run_id and j.data ->> 'channelId' = t.channel_id`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
