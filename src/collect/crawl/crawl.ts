import { isWithin } from '../../core/hours.ts';
import { passingFrontier } from '../frontier/file-frontier.ts';
import type { Frontier } from '../frontier/frontier.ts';
import type { Look } from '../http/look.ts';
import { createSoftGoneProbe } from '../http/soft-gone-probe.ts';
import type { PageMemory } from '../memory/page-memory.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import { CRAWL_DEFAULTS, type CrawlCheckpoint, type CrawlDeps, type CrawlJob, type CrawlSettings, type CrawlStop } from './job.ts';
import { ownAddresses } from './own.ts';

/** A crawl under way: the job, its surroundings, what it has used up. */
export interface Crawl {
  job: CrawlJob;
  deps: CrawlDeps;
  settings: CrawlSettings;
  frontier: Frontier;
  memory: PageMemory | null;
  isOwn(url: string): boolean;
  confirmSoftGone(look: Look): Promise<Look>;
  pages: number;
  looks: number;
  bytes: number;
  /** Pages, looks and bytes of closed steps only: what was under way is looked at again where the crawl goes on, and counted there. */
  closed: { pages: number; looks: number; bytes: number };
  arrivals: Arrivals;
  /** Failed addresses that are settled, in the order found, with the hash of what was kept against each. */
  failed: Map<string, string | null>;
  /** Looks at the site in a row that nothing or only a turning away answered. */
  unanswered: number;
  /** The home page does not answer either. */
  distress: boolean;
  ms(): number;
  /** Why nothing more may be asked, remembered; null while there is budget. */
  stopped: CrawlStop | null;
}

export function openCrawl(job: CrawlJob, deps: CrawlDeps, from: CrawlCheckpoint | null): Crawl {
  const settings = { ...CRAWL_DEFAULTS, ...deps.settings };
  const probe = createSoftGoneProbe(deps.net);
  const { now } = deps.net.ticker;
  const began = now();
  return {
    job,
    deps,
    settings,
    frontier: deps.frontier?.(from?.frontier ?? null) ?? passingFrontier(),
    memory: deps.memory ?? null,
    isOwn: ownAddresses(job),
    confirmSoftGone: (look) => (look.outcome === 'ok' ? probe(look, { signal: deps.signal }) : Promise.resolve(look)),
    pages: from?.pages ?? 0,
    looks: from?.looks ?? 0,
    bytes: from?.bytes ?? 0,
    closed: { pages: from?.pages ?? 0, looks: from?.looks ?? 0, bytes: from?.bytes ?? 0 },
    arrivals: createArrivals(),
    failed: new Map(from?.failed),
    unanswered: 0,
    distress: false,
    ms: () => Math.round((from?.ms ?? 0) + now() - began),
    stopped: null,
  };
}

/** Why nothing more may be asked; null while there is budget. */
export function exhausted(crawl: Crawl): CrawlStop | null {
  const { settings } = crawl;
  if (crawl.distress) return 'distress';
  if (crawl.pages >= settings.maxPages) return 'pages';
  if (crawl.looks >= settings.maxAddresses) return 'addresses';
  if (crawl.ms() >= settings.maxMinutes * 60_000) return 'time';
  return settings.hours === null || isWithin(settings.hours, crawl.deps.clock.now()) ? null : 'window';
}
