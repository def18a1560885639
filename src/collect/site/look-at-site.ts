import type { Instant } from '../../core/date.ts';
import { stableId } from '../../core/id.ts';
import type { Target } from '../frontier/frontier.ts';
import { needsAgain } from './again.ts';
import { lookAtArticle, plannedArticles } from './article.ts';
import { lookAtAttachment, plannedAttachments } from './attachment.ts';
import { listAddresses, listKey, lookAtList } from './column.ts';
import { lookAtCondition } from './condition/condition.ts';
import { foreignHosts, lookAtForeignHost } from './condition/domain.ts';
import { lookAtHome } from './home.ts';
import type { SiteCheckpoint, SiteDeps, SiteJob, SiteStep } from './job.ts';
import { lookAtPage } from './look-at-page.ts';
import { pooled } from './pooled.ts';
import { probeSite } from './probe-site.ts';
import { type Gain, noGain, openScan, type Scan } from './scan.ts';
import { spreadByHost } from './spread.ts';
import { lookAtTargetOnce, type TargetLook } from './target.ts';

/**
 * The scan of one site on one monitored day: availability, home page, column lists, new articles, then every link,
 * picture and attachment of the pages seen, and a second look, later, at whatever failed.
 * Yields after each step; given the last checkpoint it goes on where that stood and repeats nothing.
 */
export async function* lookAtSite(job: SiteJob, deps: SiteDeps, from: SiteCheckpoint | null = null): AsyncGenerator<SiteStep, void> {
  const stop = new AbortController();
  const signal = deps.signal ? AbortSignal.any([deps.signal, stop.signal]) : stop.signal;
  const scan = openScan(job, { ...deps, signal }, from);
  try {
    yield* probes(scan);
    yield* pages(scan, [{ key: 'home', look: () => lookAtHome(scan) }]);
    yield* pages(
      scan,
      listAddresses(job.columns).map((list) => ({ key: listKey(list.url), look: () => lookAtList(scan, list) })),
    );
    yield* pages(
      scan,
      (job.pages ?? []).map((url) => ({ key: `page:${url}`, look: () => lookAtFurtherPage(scan, url) })),
    );
    yield* pages(
      scan,
      (job.articles ?? []).map(({ url, columnId }) => ({
        key: `article:${url}`,
        look: () => lookAtArticle(scan, { url, columnId, rank: 0 }),
      })),
    );
    yield* pages(scan, [{ key: 'condition', look: () => lookAtCondition(scan) }]);
    yield* whatWasFound(scan);
    for (let round = 1; round < scan.settings.maxLooks; round++) {
      const rest = await restBefore(scan, round);
      if (rest === null) continue;
      if (rest.ms > (deps.patienceMs ?? Number.POSITIVE_INFINITY)) {
        yield await scan.step(`rest:${round}`, noGain(), { goOnAt: rest.until });
        return;
      }
      if (rest.ms > 0) await deps.clock.wait(rest.ms, signal);
      yield* again(scan, round);
    }
    const { pages: opened, requests, ms } = scan.spend.spent();
    const summary = { stopped: scan.stopped, pages: opened, requests, ms, targets: await scan.frontier.counts() };
    yield await scan.step('end', noGain(), { summary });
  } finally {
    stop.abort(); // a consumer that leaves early leaves nothing running
  }
}

async function* probes(scan: Scan): AsyncGenerator<SiteStep> {
  for (let visit = 0; visit < scan.settings.probes; visit++) {
    const key = `probe:${visit}`;
    if (scan.isFinished(key)) continue;
    const fact = await probeSite(scan.job.site, { ...scan.deps, probeMs: scan.settings.probeMs });
    yield scan.step(key, { ...noGain(), facts: [fact] });
  }
}

/** A page on which something was wrong before: what it shows now, and the addresses on it. */
async function lookAtFurtherPage(scan: Scan, url: string): Promise<Gain> {
  const gain = noGain();
  const { look, at, blob } = await lookAtPage(scan, url, gain, 'article');
  gain.facts.push(scan.fact('page-again', stableId('page', url), at, url, blob, { url, outcome: look.outcome, status: look.status }));
  return gain;
}

/** New articles of the lists, then every target nobody has looked at yet. */
async function* whatWasFound(scan: Scan): AsyncGenerator<SiteStep> {
  yield* pages(
    scan,
    plannedArticles(scan).map((article) => ({ key: `article:${article.url}`, look: () => lookAtArticle(scan, article) })),
  );
  const hosts = await foreignHosts(scan);
  yield* pages(
    scan,
    hosts.map((host) => ({ key: host.key, look: () => lookAtForeignHost(scan, host) })),
  );
  const attachments = await plannedAttachments(scan);
  yield* pages(
    scan,
    attachments.map((planned) => ({ key: planned.key, look: () => lookAtAttachment(scan, planned) })),
  );
  yield* freshTargets(scan);
}

/** Targets held in memory at once. */
const WINDOW = 3_000;
/** A step of targets is closed after this time: what was seen and not yet handed over is lost with a killed process. */
const STEP_MS = 10;

interface PageWork {
  key: string;
  look(): Promise<Gain>;
}

/** Opens pages a few at a time, one step each. */
async function* pages(scan: Scan, work: readonly PageWork[]): AsyncGenerator<SiteStep> {
  const open = work.filter(({ key }) => !scan.isFinished(key));
  const run = async ({ key, look }: PageWork) => ({ key, gain: await look() });
  for await (const { key, gain } of pooled(open, scan.settings.concurrency, run, scan.more)) yield scan.step(key, gain);
}

/** Every target nobody has looked at. Those that opened lately count as looked at then. */
async function* freshTargets(scan: Scan): AsyncGenerator<SiteStep> {
  for (;;) {
    const found = await scan.frontier.fresh(WINDOW);
    if (found.length === 0) return;
    const asked = found.flatMap(({ url }) => (scan.pageLooks.has(url) ? [] : [url]));
    const opened = await scan.known.opened(asked);
    await scan.frontier.settle([...opened].map(([url, at]) => ({ url, outcome: 'ok', at, open: false })));
    const wanted = found.filter(({ url }) => !opened.has(url));
    const looked = yield* targets(scan, 'fresh', wanted);
    if (looked < wanted.length) return;
  }
}

/** Every target that is still open after at most `round` looks, once. */
async function* openTargets(scan: Scan, round: number): AsyncGenerator<SiteStep> {
  for (;;) {
    const wanted = await scan.frontier.again(WINDOW, round);
    if (wanted.length === 0) return;
    const looked = yield* targets(scan, 'again', wanted);
    if (looked < wanted.length) return;
  }
}

/** Looks at targets, `batch` of them a step or what a short while brought. Answers how many there was budget for. */
async function* targets(scan: Scan, which: 'fresh' | 'again', wanted: readonly Target[]): AsyncGenerator<SiteStep, number> {
  const { now } = scan.deps.net.ticker;
  let looked = 0;
  let began = now();
  let batch: TargetLook[] = [];
  const settle = async (): Promise<SiteStep> => {
    const looks = batch;
    batch = [];
    began = now();
    await scan.frontier.settle(
      looks.map(({ url, outcome, at, before }) => ({ url, outcome, at, open: needsAgain([...before, outcome], scan.settings) })),
    );
    const facts = looks.map(({ fact }) => fact);
    return scan.step(`${which}:${(await scan.frontier.counts()).settled}`, { ...noGain(), facts }, { passing: true });
  };
  for await (const look of pooled(spreadByHost(wanted), scan.settings.concurrency, (target) => lookAtTargetOnce(scan, target), scan.more)) {
    batch.push(look);
    looked += 1;
    if (batch.length >= scan.settings.batch || now() - began >= STEP_MS) yield settle();
  }
  if (batch.length > 0) yield settle();
  return looked;
}

const failedPages = (scan: Scan, round: number) => [...scan.failedPages.values()].filter(({ looks }) => looks === round);

/** How long what failed is left in peace: `apartMs` after the last look at any of it. Null when nothing is to be looked at again. */
async function restBefore(scan: Scan, round: number): Promise<{ ms: number; until: Instant } | null> {
  const failed = failedPages(scan, round);
  const open = await scan.frontier.again(WINDOW, round);
  if ((failed.length === 0 && open.length === 0) || !scan.more()) return null;
  const looked = [...failed.map(({ lastAt }) => lastAt), ...open.flatMap(({ lastLookAt }) => lastLookAt ?? [])];
  const until = Math.max(...looked.map((at) => Date.parse(at))) + scan.settings.apartMs;
  return { ms: until - Date.parse(scan.deps.clock.now()), until: new Date(until).toISOString() };
}

/** A later look at pages and targets that failed. */
async function* again(scan: Scan, round: number): AsyncGenerator<SiteStep> {
  const failed = failedPages(scan, round);
  const lists = new Map(listAddresses(scan.job.columns).map((list) => [listKey(list.url), list]));
  yield* pages(
    scan,
    failed.map(({ key }) => {
      const list = lists.get(key);
      return { key: `${key}:${round + 1}`, look: () => (list ? lookAtList(scan, list, round) : lookAtHome(scan, round)) };
    }),
  );
  yield* openTargets(scan, round);
  if (failed.length > 0) yield* whatWasFound(scan);
}
