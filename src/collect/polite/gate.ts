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
        const rules = await robots(url);
        if (rules.crawlDelayMs !== null) pace.slowTo(url.hostname, rules.crawlDelayMs);
        if (!rules.allows(url)) return 'robots';
      }
      return (await pace.enter(url.hostname, signal)) ?? 'blocked';
    },
  };
}
