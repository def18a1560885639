import { workersInHand } from '../../store/dead-workers.ts';
import type { ScanJob } from '../../store/queue.ts';
import type { App } from '../open.ts';

/** How often the number of workers at work is asked for. */
export const ASK_EVERY_MS = 10_000;

/**
 * Who else may be asking a host. A site's own host is asked by one job alone; a host that sites link to may be asked by
 * every worker at once, so each then waits as many times longer as there are workers at work.
 */
export interface Crowd {
  /** Processes that may be asking a host at this moment, this one included. */
  sharers(host: string): number;
  /** Works a job; while it lasts its host is this worker's own. */
  within<T>(job: Pick<ScanJob, 'host'>, work: () => Promise<T>): Promise<T>;
  stop(): void;
}

/** `onError` hears of questions that got no answer; the last number stands meanwhile. */
export function watchCrowd({ db }: Pick<App, 'db'>, onError: (error: Error) => void, askEveryMs = ASK_EVERY_MS): Crowd {
  const own = new Map<string, number>();
  let workers = 1;
  const ask = async (): Promise<void> => {
    workers = Math.max(1, (await workersInHand(db, '')).length);
  };
  void ask().catch(onError);
  const watch = setInterval(() => void ask().catch(onError), askEveryMs);
  return {
    sharers: (host) => (own.has(host) ? 1 : workers),
    async within({ host }, work) {
      const name = nameOf(host);
      own.set(name, (own.get(name) ?? 0) + 1);
      try {
        return await work();
      } finally {
        const left = (own.get(name) ?? 1) - 1;
        if (left > 0) own.set(name, left);
        else own.delete(name);
      }
    },
    stop: () => clearInterval(watch),
  };
}

/** Jobs are kept by host and port, the pace by host. */
const nameOf = (host: string): string => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host);
