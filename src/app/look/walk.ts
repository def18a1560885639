import { type Clock, realClock } from '../../collect/clock.ts';
import type { CrawlDeps, CrawledTarget, CrawlStep, CrawlStop, Frontier } from '../../collect/index.ts';
import { crawlSite, memoryFrontier, type Net } from '../../collect/index.ts';
import type { BlobStore } from '../../evidence/store.ts';
import type { Column } from '../../subjects/column.ts';
import { columnName } from '../../subjects/column.ts';
import type { LookLimits } from './request.ts';
import { createHostTally, type HostTally } from './standing.ts';

export interface WalkInput {
  home: string;
  /** Their lists are looked at even where no page links to them; their hosts belong to the site. */
  columns: readonly Column[];
  net: Net;
  blobs: BlobStore | null;
  limits: LookLimits;
  onStep(step: CrawlStep): Promise<void>;
  signal?: AbortSignal;
  clock?: Clock;
}

export interface Walk {
  /** Own pages opened and read. */
  pages: number;
  /** Addresses that got an answer or were tried as often as it takes; pictures among them. */
  checked: number;
  images: number;
  /** Addresses that did not open, in the order met, with the pages that carry them. */
  failed: CrawledTarget[];
  hosts: HostTally;
  /** Own pages were left unread because the limit was reached. */
  limited: boolean;
  stopped: Exclude<CrawlStop, 'pages'> | 'interrupted' | null;
}

/** More addresses than this is a trap, not a site. */
const MAX_ADDRESSES = 2_000_000;

/**
 * Crawls the whole site. Pages beyond the limit are not read for further links, but every address found on those that
 * were read is tried. What was seen until an interruption stands.
 */
export async function walk(input: WalkInput): Promise<Walk> {
  const { limits, signal } = input;
  const frontier = memoryFrontier();
  const result: Walk = { pages: 0, checked: 0, images: 0, failed: [], hosts: createHostTally(), limited: false, stopped: null };
  const failed = new Set<string>();
  const take = async (step: CrawlStep, reading: boolean): Promise<void> => {
    if (reading) result.pages += step.pages.length;
    for (const { url, relation, outcome } of step.targets) {
      result.checked += 1;
      if (relation === 'image') result.images += 1;
      result.hosts.add(url, outcome);
      if (outcome !== 'ok' && outcome !== 'too-large') failed.add(url);
    }
    await input.onStep(step);
  };
  try {
    await frontier.see(columnSightings(input));
    const first = await run(input, frontier, limits.maxPages, null, (step) => take(step, true));
    if (first.stopped === 'pages') {
      result.limited = true;
      const from = { ...first.checkpoint, pages: 0 };
      const rest = await run(input, readNoFurther(frontier), Number.MAX_SAFE_INTEGER, from, (step) => take(step, false));
      result.stopped = rest.stopped === 'pages' ? null : rest.stopped;
    } else result.stopped = first.stopped;
  } catch (error) {
    if (!signal?.aborted) throw error;
    result.stopped = 'interrupted';
  }
  result.failed = await finalForm(frontier, failed);
  return result;
}

async function run(
  { home, columns, net, blobs, limits, signal, clock }: WalkInput,
  frontier: Frontier,
  maxPages: number,
  from: Parameters<typeof crawlSite>[2],
  take: (step: CrawlStep) => Promise<void>,
) {
  const { concurrency, apartMs, totalMs: lookMs, maxMinutes } = limits;
  const settings = { maxPages, maxAddresses: MAX_ADDRESSES, maxMinutes, concurrency, apartMs, lookMs };
  const deps: CrawlDeps = { net, blobs, clock: clock ?? realClock, settings, frontier: () => frontier, ...(signal ? { signal } : {}) };
  let last: CrawlStep | null = null;
  for await (const step of crawlSite({ home, hosts: hostsOf(columns) }, deps, from ?? null)) {
    await take(step);
    last = step;
  }
  const { summary, checkpoint } = last as CrawlStep;
  return { stopped: summary?.stopped ?? null, checkpoint: { ...checkpoint(), frontier: null } };
}

/** The same frontier, but what further pages carry is not noted: they are tried, not read on. */
const readNoFurther = (frontier: Frontier): Frontier => ({ ...frontier, see: async () => undefined });

const hostsOf = (columns: readonly Column[]): string[] => [
  ...new Set(columns.flatMap(({ url }) => (url === null ? [] : [new URL(url).host]))),
];

function columnSightings({ home, columns }: WalkInput) {
  return columns.flatMap(({ url, path }) =>
    url === null
      ? []
      : [{ url, relation: 'link' as const, own: true, on: { url: home, text: `栏目清单：${columnName(path)}`, home: false } }],
  );
}

/** Failed addresses with all the pages that turned out to carry them. */
async function finalForm(frontier: Frontier, urls: ReadonlySet<string>): Promise<CrawledTarget[]> {
  const targets: CrawledTarget[] = [];
  for (const url of urls) {
    const target = await frontier.get(url);
    const outcome = target?.outcomes.at(-1);
    if (!target || outcome === undefined) continue;
    const { relation, own, outcomes, foundOn, foundOnCount, lastStatus: status, lastLookAt } = target;
    targets.push({ url, relation, own, outcome, status, at: lastLookAt ?? '', outcomes, foundOn, foundOnCount });
  }
  return targets;
}
