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
  const settled = looked.map(({ target, look, at }) => {
    const outcomes = [...target.outcomes, look.outcome];
    return {
      url: target.url,
      outcome: look.outcome,
      status: look.status,
      at,
      open: needsAgain(outcomes, settings),
      outcomes,
      target,
      look,
    };
  });
  await watchDistress(crawl, looked);
  for (const one of looked) notice(crawl, one, sightings);
  await frontier.settle(settled);
  await frontier.see(sightings);
  await crawl.memory?.flush();
  const targets: CrawledTarget[] = [];
  for (const { target, look, at, outcome, outcomes, open } of settled) {
    if (open) continue;
    if (isOpenQuestion(outcome)) crawl.failed.add(target.url);
    targets.push(crawled(target, look.status, at, outcomes));
  }
  const counts = await frontier.counts();
  return {
    pages: looked.flatMap(({ page }) => page ?? []),
    targets,
    progress: { pages: crawl.pages, done: counts.settled, seen: counts.seen },
    checkpoint: () => ({
      version: 1,
      pages: crawl.pages,
      looks: crawl.looks,
      bytes: crawl.bytes,
      ms: crawl.ms(),
      failed: [...crawl.failed],
      frontier: frontier.snapshot(),
    }),
    summary: null,
  };
}

function crawled(target: Target, status: number | null, at: string, outcomes: Target['outcomes']): CrawledTarget {
  const { url, relation, own, foundOnCount } = target;
  const outcome = outcomes.at(-1) ?? 'ok';
  return { url, relation, own, outcome, status, at, outcomes, foundOn: outcome === 'ok' ? [] : target.foundOn, foundOnCount };
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
  for (const url of [...crawl.failed].sort()) {
    const target = await frontier.get(url);
    if (target) failures.push(crawled(target, target.lastStatus, target.lastLookAt ?? '', target.outcomes));
  }
  const { pages, looks, bytes, stopped } = crawl;
  return { ...step, summary: { stopped, pages, looks, bytes, ms: crawl.ms(), addresses: await frontier.counts(), failures } };
}
