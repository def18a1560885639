import { setTimeout as sleep } from 'node:timers/promises';
import { HEARTBEAT_S, putBack, type Queue, type QueuedScan, SCANS, type ScanJob } from './queue.ts';

/** Asked for work this often while there is none. One question of the process, not one of each free place. */
const POLL_MS = 500;
/** Jobs taken in one go at most: others want some too. */
const MOST_TAKEN = 50;
/** Finding the heads of all hosts costs time that grows with the queue; asking may take a fifth of it at most. */
const LEAST_APART_MS = 20;
const APART_TIMES = 4;
/** Attempts without result after which the channel is given up for this run: a page that kills every worker must not be tried for ever. */
export const MOST_ATTEMPTS = 5;

/** What a handler answers when the scan is to go on later: the job is put back and its place and host are free meanwhile. */
export interface GoOn {
  afterMs: number;
}

export interface ScanWorkOptions {
  /** Scans at once in this process. */
  concurrency: number;
  /** Called in place of the handler when every attempt has been spent: marks the channel as not run, 'attempts-spent'. */
  onSpent: (job: ScanJob) => Promise<void>;
  /** Whether a scan that was begun so often has got nowhere of late. One that kept something each time goes on. Default: yes. */
  isStuck?: (job: ScanJob) => Promise<boolean>;
}

type Handler = (job: ScanJob, signal: AbortSignal) => Promise<GoOn | null>;
/** A job as fetched, and what ends its handling. */
interface Claim {
  id: string;
  retryCount: number;
  data: QueuedScan;
  lost: AbortController;
}

/**
 * Works scans until the queue is stopped. A handler that throws is called again later; one killed with its process is
 * taken up by another worker within some 20 s. The same job may come twice, so handlers go on from their checkpoint.
 * The signal is aborted when this process is to stop: save the checkpoint and throw, and the job is put back without
 * counting as an attempt.
 */
export function workScans(queue: Queue, handler: Handler, options: ScanWorkOptions): void {
  const inHand = new Map<string, Claim>();
  let wake = (): void => undefined;
  queue.stopping.addEventListener('abort', () => wake(), { once: true });

  const begin = (claim: Claim): void => {
    inHand.set(claim.id, claim);
    queue.hold(
      work(queue, claim, handler, options).finally(() => {
        inHand.delete(claim.id);
        wake();
      }),
    );
  };
  const beat = setInterval(() => void heartbeat(queue, inHand), (HEARTBEAT_S * 1_000) / 3);
  queue.hold(take().finally(() => clearInterval(beat)));

  async function take(): Promise<void> {
    while (!queue.stopping.aborted) {
      const free = Math.min(options.concurrency - inHand.size, MOST_TAKEN);
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const began = performance.now();
      const jobs = free > 0 ? await fetchScans(queue, free) : [];
      const took = performance.now() - began;
      for (const { id, retryCount, data } of jobs) begin({ id, retryCount, data, lost: new AbortController() });
      await sleep(Math.max(LEAST_APART_MS, APART_TIMES * took));
      if (free > 0 && jobs.length === free) continue;
      await (free > 0 ? Promise.race([woken, pause(POLL_MS)]) : woken);
    }
  }
}

async function fetchScans({ boss, onError }: Queue, most: number) {
  try {
    return await boss.fetch<QueuedScan>(SCANS, { batchSize: most });
  } catch (error) {
    onError(error); // a database that restarts: asked again
    return [];
  }
}

async function work(queue: Queue, claim: Claim, handler: Handler, options: ScanWorkOptions): Promise<void> {
  const { id, retryCount, data } = claim;
  const { turn, ...job } = data;
  try {
    const spent = retryCount >= MOST_ATTEMPTS && ((await options.isStuck?.(job)) ?? true);
    const goOn = spent ? await options.onSpent(job).then(() => null) : await attempt();
    // The copy first: killed between the two, the job exists twice, which does no harm, and never not at all.
    if (goOn) await putBack(queue, job, turn + 1, goOn.afterMs);
    await queue.boss.complete(SCANS, { id, retryCount });
  } catch (error) {
    // A claim that went away is somebody else's already, and a failing database is told of by the loop.
    await queue.boss.fail(SCANS, { id, retryCount }, error as Error).catch(queue.onError);
  }

  async function attempt(): Promise<GoOn | null> {
    try {
      return await handler(job, AbortSignal.any([queue.stopping, claim.lost.signal]));
    } catch (error) {
      if (queue.stopping.aborted) return { afterMs: 0 };
      throw error;
    }
  }
}

/** One statement for all jobs in hand. A job that is no longer ours ends its handler. */
async function heartbeat({ boss, onError }: Queue, inHand: ReadonlyMap<string, Claim>): Promise<void> {
  const claims = [...inHand.values()];
  if (claims.length === 0) return;
  // The package answers the number and does not declare it.
  const touched = async (some: Claim[]) => ((await boss.touch(SCANS, some)) as { affected?: number }).affected;
  try {
    if ((await touched(claims)) === claims.length) return;
    for (const claim of claims) {
      if ((await touched([claim])) === 0) claim.lost.abort(new Error('the job is no longer ours'));
    }
  } catch (error) {
    onError(error); // a question that failed says nothing about the claims
  }
}

/** A pause that keeps no process alive. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
