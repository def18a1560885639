import { MingchaError } from '../../core/error.ts';
import { type Crawl, exhausted, openCrawl } from '../crawl/crawl.ts';
import type { CrawlCheckpoint, CrawlDeps, CrawlJob, CrawlStep } from '../crawl/job.ts';
import { closeStep, lastStep } from '../crawl/step.ts';
import { sweep } from '../crawl/sweep.ts';
import { parseAddress } from '../http/address.ts';

export type {
  CrawlCheckpoint,
  CrawlDeps,
  CrawledPage,
  CrawledTarget,
  CrawlJob,
  CrawlSettings,
  CrawlStep,
  CrawlStop,
  CrawlSummary,
} from '../crawl/job.ts';
export { CRAWL_DEFAULTS } from '../crawl/job.ts';

/**
 * Crawls a whole site of one's own from its home page, breadth first: every page is opened and read, every link,
 * picture, attachment, style sheet and script is looked at once however many pages carry it, and what failed is looked
 * at again later. Yields steps; the last carries the summary. Given a checkpoint it goes on where that stood.
 */
export async function* crawlSite(job: CrawlJob, deps: CrawlDeps, from: CrawlCheckpoint | null = null): AsyncGenerator<CrawlStep, void> {
  const home = parseAddress(job.home);
  if (home === null) throw new MingchaError('bad-input', `不是网址：${job.home}`, '请给出以 http:// 或 https:// 开头的完整网址');
  const stop = new AbortController();
  const signal = deps.signal ? AbortSignal.any([deps.signal, stop.signal]) : stop.signal;
  const crawl = openCrawl({ ...job, home: home.href }, { ...deps, signal }, from);
  try {
    if (from === null) {
      const on = { url: home.href, text: '', home: true };
      await crawl.frontier.see([{ url: home.href, relation: 'link', own: true, on }]);
    }
    yield* sweep(crawl, 0);
    for (let round = 1; round < crawl.settings.maxLooks; round++) {
      if (!(await restUntilAgain(crawl))) break;
      yield* sweep(crawl, round);
      yield* sweep(crawl, 0); // pages that opened at the second look lead on
    }
    yield await lastStep(crawl, await closeStep(crawl, []));
  } finally {
    stop.abort(); // a consumer that leaves early leaves nothing running
    await crawl.frontier.close?.();
  }
}

/** Open addresses asked when they were last looked at: later ones had a longer rest by the time it is their turn. */
const RESTED = 5_000;

/** Lets `apartMs` pass since the last look at anything that failed; false when nothing is open. */
async function restUntilAgain(crawl: Crawl): Promise<boolean> {
  const open = await crawl.frontier.again(RESTED);
  if (open.length === 0 || exhausted(crawl) !== null) return false;
  const { clock, signal } = crawl.deps;
  const last = open.reduce((latest, { lastLookAt }) => Math.max(latest, Date.parse(lastLookAt ?? '') || 0), 0);
  const wait = last + crawl.settings.apartMs - Date.parse(clock.now());
  if (wait > 0) await clock.wait(wait, signal);
  return true;
}
