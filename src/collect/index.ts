/**
 * The collector: addresses and accounts in, facts out. What the app calls:
 *
 * - `openNet(settings)` once per worker: connections, guard (`allowNetworks`), robots and the pace of every host. `net.close()` at the end.
 * - `lookAtSite(job, deps, checkpoint?)`: async iterable of steps; store the facts of a step with its `checkpoint` in one
 *   transaction, go on from the last one after a crash. Link targets that failed are looked at again within the scan, each look its own fact.
 * - `crawlSite(job, deps, checkpoint?)`: a whole site from its home page, every page read and every address looked at once;
 *   steps and checkpoints as above.
 * - `probeSite(site, deps)`: one availability visit; the app plans the visits of a day.
 * - `loadAccountAdapters()` at start, then `lookAtAccount(adapters, job, deps)`: one `account-posts` fact.
 * - `fetchLook(net, url, options)` and `lookAtTarget(net, target, options)`: one look, every ending a named outcome, never a throw
 *   for a network reason.
 *
 * The clock is passed in: `realClock`, or `simulatedClock(start)` for replays, where waiting between two looks costs no time.
 */
export type { AccountAdapter, AccountDeps, AccountJob, KeptPosts } from './accounts/adapter.ts';
export { loadAccountAdapters } from './accounts/load-adapters.ts';
export { lookAtAccount } from './accounts/look-at-account.ts';
export { type Clock, realClock, simulatedClock } from './clock.ts';
export { packStore } from './disk/pack-store.ts';
export { fileFrontier } from './frontier/file-frontier.ts';
export type { FoundOn, Frontier, Sighting, Target } from './frontier/frontier.ts';
export { memoryFrontier } from './frontier/memory-frontier.ts';
export { fetchLook } from './http/fetch-look.ts';
export type { Look, LookOptions } from './http/look.ts';
export { lookAtTarget } from './http/look-at-target.ts';
export { type Net, openNet } from './http/open-net.ts';
export { fileMemory } from './memory/file-memory.ts';
export type { PageMemory, PageReference, PageTrace } from './memory/page-memory.ts';
export { NET_DEFAULTS, type NetSettings, SITE_DEFAULTS, type SiteSettings } from './settings.ts';
export {
  CRAWL_DEFAULTS,
  type CrawlCheckpoint,
  type CrawlDeps,
  type CrawledPage,
  type CrawledTarget,
  type CrawlJob,
  type CrawlSettings,
  type CrawlStep,
  type CrawlStop,
  type CrawlSummary,
  crawlSite,
} from './site/crawl-site.ts';
export type { Known, SiteCheckpoint, SiteDeps, SiteJob, SiteStep, SiteSummary, StopReason } from './site/job.ts';
export { lookAtSite } from './site/look-at-site.ts';
export { type ProbeDeps, probeSite } from './site/probe-site.ts';
