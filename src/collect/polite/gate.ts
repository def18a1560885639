import type { Outcome } from '../../evidence/outcome.ts';
import type { Leave, Pace } from './pace.ts';
import type { RobotsRules } from './robots.ts';

/** What every request passes before it leaves: robots.txt, then the host's turn. */
export interface Gate {
  enter(url: URL, options: { ignoreRobots: boolean; signal?: AbortSignal }): Promise<Leave | Outcome>;
}

export function createGate(pace: Pace, robots: ((url: URL) => Promise<RobotsRules>) | null): Gate {
  return {
    async enter(url, { ignoreRobots, signal }) {
      if (robots && !ignoreRobots) {
        const rules = await unlessAborted(robots(url), signal); // fetched once for all who ask for a host
        if (rules.crawlDelayMs !== null) pace.slowTo(url.hostname, rules.crawlDelayMs);
        if (!rules.allows(url)) return 'robots';
      }
      return (await pace.enter(url.hostname, signal)) ?? 'blocked';
    },
  };
}

/** The end of `work`, or a rejection when `signal` is aborted first: work shared with others, or hard to break off, goes on without us. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => reject(signal?.reason);
    if (signal?.aborted) abandon();
    signal?.addEventListener('abort', abandon, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abandon));
  });
}
