import type { Clock } from '../../collect/clock.ts';
import type { CrawlCheckpoint, CrawledTarget, CrawlStep, CrawlSummary } from '../../collect/crawl/job.ts';
import type { Net } from '../../collect/http/net.ts';
import { crawlSite } from '../../collect/site/crawl-site.ts';
import { addDays, instantOf } from '../../core/date.ts';
import { type Hours, msUntil } from '../../core/hours.ts';
import { stableId } from '../../core/id.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import { columnsOfSite } from '../../store/columns.ts';
import { failedLinks } from '../../store/failed-links.ts';
import type { Run } from '../../store/runs.ts';
import type { Target } from '../../store/targets.ts';
import type { GoOn } from '../../store/work-scans.ts';
import type { Site } from '../../subjects/channel.ts';
import { activeOn } from '../../subjects/unit.ts';
import { intrusionReader } from '../intrusion/scan-reader.ts';
import type { App } from '../open.ts';
import { keepScan } from './keep-scan.ts';

/** A sweep of a large site takes nights; others of its host, and the hourly visits, get their turn this often. */
const TURN_MS = 10 * 60_000;
/** An address that failed within this time and opens now is reported; an older failure is held against nobody any more. */
const REMEMBERED_DAYS = 60;
/** As the collector's facts are signed. */
const HOW = 'http/1';

interface SweepInput {
  run: Run;
  target: Target;
  site: Site;
  net: Net;
  clock: Clock;
  /** Null = at once. */
  hours: Hours | null;
  maxPages: number;
  signal: AbortSignal;
}

/**
 * Sweeps one site (全站巡查): every page read, every address looked at. Of what opened nothing is kept but its page memory;
 * facts are what failed, what failed before and opens now, and a summary. Killed at any moment it goes on where it was
 * kept. Answers when to go on, null at its end.
 */
export async function sweepSite(app: App, input: SweepInput): Promise<GoOn | null> {
  const { run, target, site, net, clock, hours, maxPages, signal } = input;
  const wait = hours === null ? 0 : msUntil(hours, clock.now());
  if (wait > 0) return { afterMs: wait };
  const columns = (await columnsOfSite(app.db, site.id)).filter((column) => activeOn(column, run.day));
  const hosts = columns.flatMap(({ url }) => (url !== null && URL.canParse(url) ? [new URL(url).host] : []));
  const before = instantOf(run.day, '00:00');
  const failing = await failedLinks(app.db, site.id, instantOf(addDays(run.day, -REMEMBERED_DAYS), '00:00'), before);
  const failed = new Set(failing.map(({ data }) => data.url));
  const keeper = await keepScan(app, { target, siteId: site.id, reader: 'sweep', signal });
  const steps = crawlSite(
    { home: site.url, hosts: [...new Set(hosts)] },
    {
      net,
      blobs: app.blobs,
      clock,
      settings: { hours, maxPages, keepPages: false },
      frontier: () => keeper.frontier,
      memory: keeper.memory,
      signal,
    },
    target.checkpoint as CrawlCheckpoint | null,
  );
  const until = net.ticker.now() + TURN_MS;
  for await (const step of steps) {
    const ended = step.summary !== null && step.summary.stopped !== 'window' ? step.summary : null;
    await keeper.add({
      facts: factsOf(site, step, ended, failed, clock.now()),
      progress: { done: step.progress.done, total: step.progress.seen },
      checkpoint: () => step.checkpoint(),
    });
    const turnIsOver = step.summary === null && net.ticker.now() >= until;
    if (step.summary === null && !turnIsOver) continue;
    await keeper.flush();
    if (ended) {
      await intrusionReader(app, site, run).end(clock.now());
      return null;
    }
    return { afterMs: hours === null ? 0 : msUntil(hours, clock.now()) };
  }
  return null;
}

/** What a step adds to what is known: links that work again as they are met, all that failed at the end, when all their pages are known. */
function factsOf(site: Site, { targets }: CrawlStep, ended: CrawlSummary | null, failed: ReadonlySet<string>, at: string): Fact[] {
  const repaired = targets.filter(({ url, outcome }) => outcome === 'ok' && failed.has(url));
  const facts: Fact[] = [...repaired, ...(ended?.failures ?? [])].flatMap((target) => linkFact(site, target) ?? []);
  if (ended === null) return facts;
  const { pages, addresses, stopped, ms } = ended;
  const data = { pages, addresses: addresses.settled + addresses.open, stopped, seconds: Math.round(ms / 1000) };
  return [...facts, fact(site, 'sweep', site.id, at, site.url, null, data)];
}

/** Style sheets and scripts are looked at too, but no reader misses them: nobody is told of them. */
function linkFact(site: Site, target: CrawledTarget): Fact<'link'> | null {
  const { url, relation, own, outcome, status, at, foundOn, foundOnCount, blob } = target;
  if (relation === 'part') return null;
  const data = { url, relation, outcome, status, foundOn: [...foundOn], foundOnCount, own };
  return fact(site, 'link', stableId('target', url), at, url, blob, data);
}

function fact<K extends 'link' | 'sweep'>(
  site: Site,
  kind: K,
  subjectId: string,
  at: string,
  source: string,
  blob: string | null,
  data: Fact<K>['data'],
): Fact<K> {
  return makeFact({ kind, channelId: site.id, subjectId, at, source, how: HOW, blob, data });
}
