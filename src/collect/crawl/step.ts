import type { Sighting, Target } from '../frontier/frontier.ts';
import { isOpenQuestion, needsAgain } from '../site/again.ts';
import type { Crawl } from './crawl.ts';
import { watchDistress } from './distress.ts';
import type { CrawledTarget, CrawlStep } from './job.ts';
import type { Looked } from './look.ts';

/** Takes finished looks into the frontier and makes a step of them. */
export async function closeStep(crawl: Crawl, looked: readonly Looked[]): Promise<CrawlStep> {
  const { frontier, settings } = crawl;
  const sightings: Sighting[] = [];
  const settled = looked.map(({ target, look, at, blob }) => {
    const outcomes = [...target.outcomes, look.outcome];
    return {
      url: target.url,
      outcome: look.outcome,
      status: look.status,
      at,
      open: needsAgain(outcomes, settings),
      outcomes,
      target,
      blob,
    };
  });
  await watchDistress(crawl, looked);
  for (const one of looked) notice(crawl, one, sightings);
  const arrived = await settleArrivals(crawl, looked);
  await frontier.settle(settled);
  await frontier.see(sightings);
  crawl.arrivals.forget(looked.map(({ target }) => target.url));
  crawl.arrivals.forget(arrived.map(({ url }) => url));
  await crawl.memory?.flush();
  const targets: CrawledTarget[] = arrived;
  for (const { target, status, at, outcome, outcomes, open, blob } of settled) {
    if (open) continue;
    if (isOpenQuestion(outcome)) crawl.failed.set(target.url, blob);
    targets.push(crawled(target, status, at, outcomes, blob));
  }
  const counts = await frontier.counts();
  const { closed } = crawl;
  closed.looks += looked.length;
  for (const { page, look } of looked) {
    if (page) closed.pages += 1;
    closed.bytes += look.received;
  }
  return {
    pages: looked.flatMap(({ page }) => page ?? []),
    targets,
    progress: { pages: crawl.pages, done: counts.settled, seen: counts.seen },
    checkpoint: () => ({
      version: 1,
      ...closed,
      ms: crawl.ms(),
      failed: [...crawl.failed],
      frontier: frontier.snapshot(),
    }),
    summary: null,
  };
}

/** Pages that were read where another address led to are looked at as well: they are not asked for a second time. */
async function settleArrivals({ frontier, job }: Crawl, looked: readonly Looked[]): Promise<CrawledTarget[]> {
  const arrived = looked.flatMap(({ target, look, at, arrival }) =>
    arrival === null ? [] : [{ target, status: look.status, at, url: arrival }],
  );
  if (arrived.length === 0) return [];
  await frontier.see(
    arrived.map(({ target: { url: from, relation }, url }) => ({
      url,
      relation,
      own: true,
      on: { url: from, text: '', home: from === job.home },
    })),
  );
  await frontier.settle(arrived.map(({ url, status, at }) => ({ url, outcome: 'ok' as const, status, at, open: false })));
  return arrived.map(({ target: { relation }, url, status, at }) => ({
    ...{ url, relation, own: true, outcome: 'ok' as const, status, at, outcomes: ['ok' as const] },
    ...{ foundOn: [], foundOnCount: 1, blob: null },
  }));
}

function crawled(target: Target, status: number | null, at: string, outcomes: Target['outcomes'], blob: string | null): CrawledTarget {
  const { url, relation, own, foundOnCount } = target;
  const outcome = outcomes.at(-1) ?? 'ok';
  return { url, relation, own, outcome, status, at, outcomes, foundOn: outcome === 'ok' ? [] : target.foundOn, foundOnCount, blob };
}

function notice(crawl: Crawl, { target, references }: Looked, into: Sighting[]): void {
  const home = target.url === crawl.job.home;
  for (const { url, relation, text } of references) {
    if (url.length > crawl.settings.maxAddressLength) continue;
    const own = crawl.isOwn(url);
    if (own || crawl.settings.others) into.push({ url, relation, own, on: { url: target.url, text, home } });
  }
}

/** The last step, with the pages each failure stands on as they are now known. */
export async function lastStep(crawl: Crawl, step: CrawlStep): Promise<CrawlStep> {
  const { frontier } = crawl;
  const failures: CrawledTarget[] = [];
  for (const url of [...crawl.failed.keys()].sort()) {
    const target = await frontier.get(url);
    if (target) failures.push(crawled(target, target.lastStatus, target.lastLookAt ?? '', target.outcomes, crawl.failed.get(url) ?? null));
  }
  const { pages, looks, bytes, stopped } = crawl;
  return { ...step, summary: { stopped, pages, looks, bytes, ms: crawl.ms(), addresses: await frontier.counts(), failures } };
}
