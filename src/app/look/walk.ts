import { passingFrontier } from '../../collect/frontier/file-frontier.ts';
import type { CrawlDeps, CrawledTarget, CrawlStep, CrawlStop, Frontier, Target } from '../../collect/index.ts';
import { crawlSite, realClock } from '../../collect/index.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { type Column, columnName } from '../../subjects/column.ts';
import type { LookLimits } from './request.ts';
import { createSilentHosts, ownFirst, readNoFurther } from './split-frontier.ts';
import { createHostTally, type HostTally } from './standing.ts';
import type { WayOut } from './way-out.ts';

export interface WalkInput {
  home: string;
  /** Their lists are looked at even where no page links to them; their hosts belong to the site. */
  columns: readonly Column[];
  way: WayOut;
  blobs: BlobStore | null;
  limits: LookLimits;
  onStep(step: CrawlStep, progress: WalkProgress): Promise<void>;
  signal?: AbortSignal;
}

export interface WalkProgress {
  pages: number;
  /** Addresses looked at, and met. */
  done: number;
  seen: number;
}

export interface Walk {
  /** Own pages opened and read. */
  pages: number;
  /** Addresses that got an answer or were tried as often as it takes; pictures among them. */
  checked: number;
  images: number;
  /** Documents of the site that opened: how many, and the first of them with the pages that carry them. */
  attachments: { opened: number; first: Pick<Target, 'url' | 'foundOn'>[] };
  /** Addresses that did not open, in the order met, with the pages that carry them. */
  failed: CrawledTarget[];
  hosts: HostTally;
  /** Own pages were left unread because the limit was reached. */
  limited: boolean;
  stopped: Exclude<CrawlStop, 'pages'> | 'interrupted' | null;
}

/** Documents that may be fetched and read after the walk. */
const ATTACHMENTS_NOTED = 40;
/** More addresses than this is a trap, not a site. */
const MAX_ADDRESSES = 2_000_000;
/** Looks at other hosts under way together; each host is asked two at a time, at its pace. */
const OTHERS_AT_ONCE = 32;
/** What a crawl goes on from that has everything in its frontier already. */
const GOING_ON = { version: 1, pages: 0, looks: 0, bytes: 0, ms: 0, failed: [], frontier: null } as const;

/**
 * Crawls the site, then tries the addresses of other hosts met on it. Pages beyond the limit are not read for further
 * links, but every address found on those that were read is tried. What was seen until an interruption stands.
 */
export async function walk(input: WalkInput): Promise<Walk> {
  const [own, others] = [passingFrontier(), passingFrontier()];
  const result: Walk = {
    pages: 0,
    checked: 0,
    images: 0,
    attachments: { opened: 0, first: [] },
    failed: [],
    hosts: createHostTally(),
    limited: false,
    stopped: null,
  };
  const failed = new Map<string, string | null>();
  const documents: string[] = [];
  const silent = createSilentHosts();
  input.way.givenUp(silent.outcomeOf);

  async function run(frontier: Frontier, part: Partial<CrawlDeps['settings']> & object, goingOn: boolean): Promise<CrawlStop | null> {
    const { home, columns, way, blobs, limits, signal } = input;
    const { concurrency, apartMs, totalMs: lookMs, maxMinutes } = limits;
    const settings = { maxPages: Number.MAX_SAFE_INTEGER, maxAddresses: MAX_ADDRESSES, maxMinutes, concurrency, apartMs, lookMs, ...part };
    const deps = { net: way.net, blobs, clock: realClock, settings, frontier: () => frontier, ...(signal ? { signal } : {}) };
    let stopped: CrawlStop | null = null;
    const from = goingOn ? { ...GOING_ON, failed: [] } : null;
    for await (const step of crawlSite({ home, hosts: hostsOf(columns) }, deps, from)) {
      await take(step);
      stopped = step.summary?.stopped ?? null;
    }
    return stopped;
  }

  function count(target: Pick<CrawledTarget, 'url' | 'relation' | 'outcome' | 'blob'>): void {
    const { url, relation, outcome, blob } = target;
    result.checked += 1;
    if (relation === 'image') result.images += 1;
    result.hosts.add(url, outcome);
    if (outcome !== 'ok' && outcome !== 'too-large') failed.set(url, blob);
  }

  async function take(step: CrawlStep): Promise<void> {
    if (!result.limited) result.pages += step.pages.length;
    for (const target of step.targets) {
      count(target);
      if (target.relation !== 'attachment' || !target.own || target.outcome !== 'ok') continue;
      result.attachments.opened += 1;
      if (documents.length < ATTACHMENTS_NOTED) documents.push(target.url);
    }
    const seen = (await own.counts()).seen + (await others.counts()).seen;
    await input.onStep(step, { pages: result.pages, done: result.checked, seen });
  }

  try {
    await own.see(columnSightings(input));
    const first = await run(ownFirst(own, others), { maxPages: input.limits.maxPages }, false);
    result.limited = first === 'pages';
    const rest = result.limited ? await run(readNoFurther(own), {}, true) : first;
    const strangers = await run(
      silent.listening(readNoFurther(others), ({ url, outcome }) => count({ url, outcome, relation: 'link', blob: null })),
      { concurrency: OTHERS_AT_ONCE },
      true,
    );
    const stopped = rest ?? strangers;
    result.stopped = stopped === 'pages' ? null : stopped;
    result.failed = await finalForm([own, others], failed);
  } catch (error) {
    if (!input.signal?.aborted) throw error;
    result.stopped = 'interrupted';
    result.failed = await finalForm([own, others], failed);
  } finally {
    for (const url of documents) result.attachments.first.push({ url, foundOn: (await own.get(url))?.foundOn ?? [] });
    await own.close?.();
    await others.close?.();
  }
  return result;
}

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
async function finalForm(frontiers: readonly Frontier[], proofs: ReadonlyMap<string, string | null>): Promise<CrawledTarget[]> {
  const targets: CrawledTarget[] = [];
  for (const [url, blob] of proofs) {
    const found = await Promise.all(frontiers.map((frontier) => frontier.get(url)));
    const target = found.find((one) => one !== null);
    const outcome = target?.outcomes.at(-1);
    if (!target || outcome === undefined) continue;
    const { relation, own, outcomes, foundOn, foundOnCount, lastStatus: status, lastLookAt } = target;
    targets.push({ url, relation, own, outcome, status, at: lastLookAt ?? '', outcomes, foundOn, foundOnCount, blob });
  }
  return targets;
}
