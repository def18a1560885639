import { fromKysely, PgBoss } from 'pg-boss';
import { sha256 } from '../core/id.ts';
import { batches } from './batch.ts';
import type { Db } from './schema.ts';

const SCHEMA = 'pgboss';
const SCANS = 'scan-channel';
/** A worker that has not been heard of for this long is taken for dead, and its job is given to another. */
const HEARTBEAT_S = 10;
const WATCH_S = 5;
const POLL_S = 0.5;
/** A large site takes hours at a polite pace; the heartbeat, not this, finds the dead. */
const LONGEST_JOB_S = 24 * 3600;
/** Then the channel is given up for this run: a page that kills every worker must not be tried for ever. */
const MOST_ATTEMPTS = 5;

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
}

/**
 * Opens the queue in the database of `url` and makes its tables if they are not there. `onError` hears of passing trouble
 * (a database that restarts); the queue itself goes on.
 *
 * Policy `key_strict_fifo` with the host as key: at most one job of a host at a time, by a unique index. `singleton` holds
 * that too, but a fetch that meets a busy host comes back empty: 20 jobs of one host ahead of 20 others took 18.0 s there
 * and 10.1 s here. Its price: a job that has failed for good blocks its host, so a job here never does (see workScans).
 */
export async function startQueue(url: string, onError: (error: Error) => void): Promise<Queue> {
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
    retryLimit: 1000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
  });
  const stopping = new AbortController();
  return {
    boss,
    stopping: stopping.signal,
    async stop(timeoutMs = 30_000) {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: timeoutMs });
    },
  };
}

/**
 * Puts scans into the queue, in the transaction of `trx`: they are there if it commits. A channel of a run is queued once,
 * however often it is asked for, so a supervisor that was killed may queue its open runs again.
 */
export async function enqueueScans(queue: Queue, trx: Db, jobs: readonly ScanJob[]): Promise<void> {
  for (const part of batches(jobs)) await insert(queue, trx, part, 0);
}

/** Puts one scan into the queue; see enqueueScans. */
export async function enqueueScan(queue: Queue, trx: Db, job: ScanJob): Promise<void> {
  await enqueueScans(queue, trx, [job]);
}

export interface ScanWorkOptions {
  /** Scans at once in this process. */
  concurrency: number;
  /** Called in place of the handler when every attempt has been spent: marks the channel as not run, 'attempts-spent'. */
  onSpent: (job: ScanJob) => Promise<void>;
}

/**
 * Works scans until the queue is stopped. A handler that throws is called again later; one killed with its process is
 * taken up by another worker within some 20 s. The same job may come twice, so handlers go on from their checkpoint.
 * The signal is aborted when this process is to stop: save the checkpoint and throw, and the job is put back without
 * counting as an attempt.
 */
export async function workScans(
  queue: Queue,
  handler: (job: ScanJob, signal: AbortSignal) => Promise<void>,
  options: ScanWorkOptions,
): Promise<void> {
  const settings = { localConcurrency: options.concurrency, pollingIntervalSeconds: POLL_S };
  await queue.boss.work<QueuedScan>(SCANS, settings, async ([queued]) => {
    if (!queued) return;
    const { turn, ...job } = queued.data;
    if (queued.retryCount >= MOST_ATTEMPTS) return options.onSpent(job);
    try {
      await handler(job, AbortSignal.any([queue.stopping, queued.signal]));
    } catch (error) {
      if (!queue.stopping.aborted) throw error;
      // The copy first: killed between the two, the job exists twice, which does no harm, and never not at all.
      await insert(queue, null, [job], turn + 1);
    }
  });
}

/** `turn` counts how often it was put back by a worker that had to stop. */
type QueuedScan = ScanJob & { turn: number };

async function insert(queue: Queue, trx: Db | null, jobs: readonly ScanJob[], turn: number): Promise<void> {
  const rows = jobs.map((job) => ({ id: jobId(job, turn), singletonKey: job.host, data: { ...job, turn } satisfies QueuedScan }));
  await queue.boss.insert(SCANS, rows, trx ? { db: fromKysely(trx.withoutPlugins()) } : {});
}

/** The same scan has the same id everywhere, and the queue takes an id once. */
function jobId({ runId, channelId }: ScanJob, turn: number): string {
  const hex = sha256(JSON.stringify([runId, channelId, turn]));
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
