import robotsParser from 'robots-parser';
import { realTicker } from '../clock.ts';

/** Its declaration says `export default`, the module itself is the function. */
const parseRobots = robotsParser as unknown as (
  address: string,
  text: string,
) => {
  isAllowed(address: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
};

/** What robots.txt of one origin says to us. */
export interface RobotsRules {
  allows(url: URL): boolean;
  crawlDelayMs: number | null;
}

export interface RobotsText {
  status: number | null;
  text: string | null;
}

const MAX_ORIGINS = 5_000;
const EVERYTHING: RobotsRules = { allows: () => true, crawlDelayMs: null };

/** A change of robots.txt is obeyed from the next day on at the latest. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Rules by origin, each robots.txt fetched once a day. `now`: a monotonic clock in milliseconds. No readable robots.txt (missing, an
 * HTML page, a server error) forbids nothing: a broken file must not switch the monitoring off.
 */
export function createRobots(
  agentName: string,
  fetchText: (url: URL) => Promise<RobotsText>,
  now: () => number = realTicker.now,
): (url: URL) => Promise<RobotsRules> {
  const known = new Map<string, { rules: Promise<RobotsRules>; until: number }>();

  async function load(origin: string): Promise<RobotsRules> {
    const address = new URL('/robots.txt', origin);
    const { status, text } = await fetchText(address);
    if (status !== 200 || text === null || /^\s*</.test(text)) return EVERYTHING;
    const rules = parseRobots(address.href, text);
    const delay = rules.getCrawlDelay(agentName);
    return {
      allows: (url) => rules.isAllowed(url.href, agentName) !== false,
      crawlDelayMs: delay === undefined || !Number.isFinite(delay) || delay <= 0 ? null : delay * 1_000,
    };
  }

  return (url) => {
    const found = known.get(url.origin);
    if (found && now() < found.until) return found.rules;
    const oldest = known.size >= MAX_ORIGINS ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    const loading = load(url.origin);
    known.set(url.origin, { rules: loading, until: now() + KEPT_MS });
    loading.catch(() => known.delete(url.origin)); // interrupted: the next visitor asks again
    return loading;
  };
}
