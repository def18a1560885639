import type { Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import type { FactData, FactKind } from '../../evidence/facts.ts';
import type { Frontier, Sighting } from '../frontier/frontier.ts';
import { memoryFrontier } from '../frontier/memory-frontier.ts';
import type { Look } from '../http/look.ts';
import { createSoftGoneProbe } from '../http/soft-gone-probe.ts';
import type { PageTrace } from '../memory/page-memory.ts';
import { SITE_DEFAULTS, type SiteSettings } from '../settings.ts';
import {
  type FailedPage,
  type Known,
  NOTHING_KNOWN,
  type PageLook,
  type PlannedArticle,
  type SiteCheckpoint,
  type SiteDeps,
  type SiteJob,
  type SiteStep,
  type SiteSummary,
  type StopReason,
} from './job.ts';
import { ownHosts } from './own-hosts.ts';
import { createSpend, type Spend } from './spend.ts';

/** Collector and version kept with every fact. */
const HOW = 'http/1';

/**
 * What one piece of work found out. Work changes nothing by itself: what it gained is taken into the scan together
 * with the checkpoint that names it, so that work broken off half-way leaves no trace and nothing is counted twice.
 */
export interface Gain {
  facts: Fact[];
  sightings: Sighting[];
  pageLooks: PageLook[];
  articles: PlannedArticle[];
  failedPages: FailedPage[];
  traces: PageTrace[];
}

export const noGain = (): Gain => ({ facts: [], sightings: [], pageLooks: [], articles: [], failedPages: [], traces: [] });

/** A running scan: the job, its surroundings and what it has gathered. */
export interface Scan {
  job: SiteJob;
  deps: SiteDeps;
  settings: SiteSettings;
  known: Known;
  isOwn(url: string): boolean;
  frontier: Frontier;
  spend: Spend;
  confirmSoftGone(look: Look): Promise<Look>;
  pageLooks: Map<string, PageLook>;
  articles: Map<string, PlannedArticle>;
  failedPages: Map<string, FailedPage>;
  isFinished(key: string): boolean;
  /** Steps finished whose keys begin so. */
  countFinished(prefix: string): number;
  /** True while there is budget; remembers why there was none when something was still wanted. */
  more(): boolean;
  stopped: StopReason | null;
  /** Hash of the home page as kept: other pages of the site repeat its frame. */
  frame: string | null;
  /** Pages opened in the browser, and pictures taken, by this process in this scan. */
  browsed: { pages: number; pictures: number };
  /** `how`: collector and version; default a plain look. */
  fact<K extends FactKind>(
    kind: K,
    subjectId: string,
    at: Instant,
    source: string,
    blob: string | null,
    data: FactData<K>,
    how?: string,
  ): Fact<K>;
  /** Takes a gain in and seals it with a checkpoint. `passing`: nobody asks later whether this step is done; the frontier knows. */
  step(key: string, gain: Gain, about?: { summary?: SiteSummary | null; goOnAt?: Instant | null; passing?: boolean }): Promise<SiteStep>;
}

export function openScan(job: SiteJob, deps: SiteDeps, from: SiteCheckpoint | null): Scan {
  const settings = { ...SITE_DEFAULTS, ...deps.settings };
  const softGone = createSoftGoneProbe(deps.net);
  const finished = new Set(from?.finished);
  let taken = 0;
  const checkpoint = (): SiteCheckpoint => ({
    version: 1,
    finished: [...finished],
    spent: scan.spend.spent(),
    articles: [...scan.articles.values()],
    pageLooks: [...scan.pageLooks.values()],
    failedPages: [...scan.failedPages.values()],
    frontier: scan.frontier.snapshot(),
  });
  const scan: Scan = {
    job,
    deps,
    settings,
    known: deps.known ?? NOTHING_KNOWN,
    isOwn: ownHosts(job),
    frontier: (deps.frontier ?? memoryFrontier)(from?.frontier ?? null),
    spend: createSpend(settings, from?.spent ?? { pages: 0, requests: 0, ms: 0 }, deps.net.ticker.now),
    confirmSoftGone: (look) => softGone(look, { signal: deps.signal }),
    pageLooks: new Map(from?.pageLooks.map((look) => [look.url, look])),
    articles: new Map(from?.articles.map((article) => [article.url, article])),
    failedPages: new Map(from?.failedPages.map((page) => [page.key, page])),
    isFinished: (key) => finished.has(key),
    countFinished: (prefix) => [...finished].filter((key) => key.startsWith(prefix)).length,
    more() {
      const reason = scan.spend.exhausted();
      scan.stopped ??= reason;
      return reason === null;
    },
    stopped: null,
    frame: null,
    browsed: { pages: 0, pictures: 0 },
    fact: (kind, subjectId, at, source, blob, data, how = HOW) =>
      makeFact({ kind, channelId: job.site.id, subjectId, at, source, how, blob, data }),
    async step(key, gain, { summary = null, goOnAt = null, passing = goOnAt !== null } = {}) {
      if (!passing) finished.add(key);
      const step = ++taken;
      await scan.frontier.see(gain.sightings);
      const { pageLooks, failedPages } = gain;
      const articles: PlannedArticle[] = [];
      for (const look of pageLooks) scan.pageLooks.set(look.url, look);
      for (const article of gain.articles) {
        if (scan.articles.has(article.url)) continue;
        scan.articles.set(article.url, article);
        articles.push(article);
      }
      for (const page of failedPages) scan.failedPages.set(page.key, page);
      for (const trace of gain.traces) deps.memory?.keep(trace);
      await deps.memory?.flush();
      const targets = await scan.frontier.counts();
      const progress = { done: finished.size + targets.settled, total: finished.size + scan.articles.size + targets.seen };
      return {
        key,
        facts: gain.facts,
        get checkpoint() {
          if (step === taken) return checkpoint();
          throw new MingchaError('internal', '检查点已过时', '请在取下一步之前读取本步的检查点');
        },
        notes: passing ? null : { finished: key, pageLooks, articles, failedPages },
        spent: scan.spend.spent(),
        progress: { ...progress, total: Math.max(progress.done, progress.total) },
        summary,
        goOnAt,
      };
    },
  };
  return scan;
}
