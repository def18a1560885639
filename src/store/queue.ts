import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { sha256 } from '../core/id.ts';
import { batches } from './batch.ts';
import type { Db } from './schema.ts';

const SCHEMA = 'pgboss';
export const SCANS = 'scan-channel';
/** A worker that has not been heard of for this long is taken for dead, and its job is given to another. */
export const HEARTBEAT_S = 10;
const WATCH_S = 5;
/** A large site takes hours at a polite pace; the heartbeat, not this, finds the dead. */
const LONGEST_JOB_S = 24 * 3600;
/** Jobs that have ended are kept for a day: hourly visits of 14,000 sites alone make 336,000 of them. */
const KEPT_S = 24 * 3600;

/** One channel to look at in one run. */
export interface ScanJob {
  runId: string;
  channelId: string;
  /** Jobs of one host run one after the other, so politeness is a matter of one job alone. */
  host: string;
}

export interface Queue {
  boss: PgBoss;
  /** Lets workers finish or put back what they have in hand, at most `timeoutMs`, then closes. */
  stop(timeoutMs?: number): Promise<void>;
  /** Aborted when `stop` is called. */
  stopping: AbortSignal;
  /** How many times faster than the database's our time runs: 1, but in a simulation. */
  speed: number;
  /** Hears of passing trouble. */
  onError(error: unknown): void;
  /** Work that `stop` waits for. */
  hold(work: Promise<void>): void;
}

/**
 * Opens the queue in the database of `url` and makes its tables if they are not there. `onError` hears of passing trouble
 * (a database that restarts); the queue itself goes on.
 *
 * Policy `key_strict_fifo` with the host as key: at most one job of a host at a time, by a unique index. `singleton` holds
 * that too, but a fetch that meets a busy host comes back empty: 20 jobs of one host ahead of 20 others took 18.0 s there
 * and 10.1 s here. Its price: a job that has failed for good blocks its host, so a job here never does (see workScans).
 */
export async function startQueue(url: string, onError: (error: Error) => void, speed = 1): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: 'mingcha-queue',
    max: 5,
    // What is due is reckoned from the last finished run, not fired by a clock.
    schedule: false,
    superviseIntervalSeconds: WATCH_S,
    monitorIntervalSeconds: WATCH_S,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(SCANS, {
    policy: 'key_strict_fifo',
    heartbeatSeconds: HEARTBEAT_S,
    expireInSeconds: LONGEST_JOB_S,
    deleteAfterSeconds: KEPT_S,
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    // With heartbeat and watch: whoever takes over does so within half a minute, however often it went wrong before.
    retryDelayMax: 10,
  });
  const stopping = new AbortController();
  const held = new Set<Promise<void>>();
  return {
    boss,
    stopping: stopping.signal,
    speed,
    onError: (error) => onError(error as Error),
    hold(work) {
      const ended = work.finally(() => held.delete(ended));
      held.add(ended);
    },
    async stop(timeoutMs = 30_000) {
      stopping.abort();
      // What was just being taken when the stop came is begun after it, and has to be put back like the rest.
      const allEnded = async (): Promise<void> => {
        while (held.size > 0) await Promise.all(held);
      };
      await Promise.race([allEnded(), sleep(timeoutMs, undefined, { ref: false })]);
      await boss.stop({ graceful: true, timeout: timeoutMs });
    },
  };
}

/** A job that is not to begin before some time has passed. */
export type LaterScan = ScanJob & { afterMs?: number };

/**
 * Puts scans into the queue, in the transaction of `trx`: they are there if it commits. A channel of a run is queued once,
 * however often it is asked for, so a supervisor that was killed may queue its open runs again.
 */
export async function enqueueScans(queue: Queue, trx: Db, jobs: readonly LaterScan[]): Promise<void> {
  for (const part of batches(jobs))
    await insert(
      queue,
      trx,
      part.map((job) => ({ ...job, turn: 0 })),
    );
}

/** `turn` counts how often it was put back by a worker that had to stop. */
export type QueuedScan = ScanJob & { turn: number };

/** Puts a scan back, to be gone on with after some time; its host is free until then. */
export async function putBack(queue: Queue, job: ScanJob, turn: number, afterMs: number): Promise<void> {
  await insert(queue, null, [{ ...job, turn, afterMs }]);
}

/**
 * Queues what still has to be looked at and has no job any more (a restored database, an emptied queue). Two that ask at
 * once queue it once. Answers how many there were.
 */
export async function requeueLost(queue: Queue, db: Db): Promise<number> {
  const { rows } = await sql<QueuedScan>`
    select t.run_id, t.channel_id, t.host, (
      select coalesce(max((j.data ->> 'turn')::int) + 1, 0) from pgboss.job j
      where j.name = ${SCANS} and j.singleton_key = t.host and j.data ->> 'runId' = t.run_id and j.data ->> 'channelId' = t.channel_id
    ) as turn
    from scan_target t join scan_run r on r.id = t.run_id and r.state in ('queued', 'running')
    where t.state in ('waiting', 'running') and (t.run_id, t.channel_id) not in (
      select j.data ->> 'runId', j.data ->> 'channelId' from pgboss.job j where j.name = ${SCANS} and j.state < 'completed'
    )`.execute(db);
  for (const part of batches(rows)) await insert(queue, db, part);
  return rows.length;
}

async function insert(queue: Queue, trx: Db | null, scans: readonly (QueuedScan & { afterMs?: number })[]): Promise<void> {
  const rows = scans.map(({ turn, afterMs = 0, ...job }) => ({
    id: jobId(job, turn),
    singletonKey: job.host,
    data: { ...job, turn } satisfies QueuedScan,
    ...(afterMs > 0 ? { startAfter: `${Math.round(afterMs / queue.speed)} milliseconds` } : {}),
  }));
  await queue.boss.insert(SCANS, rows, trx ? { db: fromKysely(trx.withoutPlugins()) } : {});
}

/** The same scan has the same id everywhere, and the queue takes an id once. */
function jobId({ runId, channelId }: ScanJob, turn: number): string {
  const hex = sha256(JSON.stringify([runId, channelId, turn]));
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
