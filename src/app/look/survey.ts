import type { Browser } from '../../collect/browser/open-browser.ts';
import { type Frontier, lookAtSite, type Net, realClock } from '../../collect/index.ts';
import type { CalendarDate } from '../../core/date.ts';
import { ownNames } from '../../core/host-names.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { BlobStore } from '../../evidence/store.ts';
import type { Site } from '../../subjects/channel.ts';
import type { Column } from '../../subjects/column.ts';
import { intrusionFacts } from '../intrusion/page-facts.ts';
import { rememberingPages } from './remembering-pages.ts';
import type { LookLimits } from './request.ts';

/** Articles opened to date the lists that show no dates. */
const MAX_ARTICLES = 100;
/** The report carries them all: home page and two lists, on desktop and phone. */
const MAX_PICTURES = 6;

/** Home page, columns and the articles that date them, as facts for the checks, and what these pages hide; their links are tried by the walk through the site. */
export async function survey(input: {
  site: Site;
  columns: readonly Column[];
  day: CalendarDate;
  net: Net;
  blobs: BlobStore;
  limits: LookLimits;
  /** For lists that scripts fill, and pictures. */
  browser?: Browser;
  signal?: AbortSignal;
}): Promise<Fact[]> {
  const { site, columns, day, net, blobs, limits, browser, signal } = input;
  const settings = {
    maxPages: Number.MAX_SAFE_INTEGER,
    maxRequests: Number.MAX_SAFE_INTEGER,
    maxMinutes: limits.maxMinutes,
    maxArticles: MAX_ARTICLES,
    apartMs: limits.apartMs,
    concurrency: limits.concurrency,
    probes: 0,
    pictures: MAX_PICTURES,
    searchEngineView: true,
  };
  const facts: Fact[] = [];
  const given = { ...(browser ? { browser } : {}), ...(signal ? { signal } : {}) };
  const pages = rememberingPages(blobs);
  const own = ownNames([site.url, ...columns.flatMap(({ url }) => url ?? [])].flatMap((url) => URL.parse(url)?.host ?? []));
  const deps = { net, blobs: pages, clock: realClock, settings, frontier: () => NOTHING_TO_TRY, ...given };
  for await (const step of lookAtSite({ site, columns, day }, deps))
    facts.push(...step.facts, ...(await intrusionFacts(step.facts, pages, async () => ({ own, before: null }))));
  return facts;
}

/** A frontier that forgets what it sees and never has anything to look at. */
const NOTHING_TO_TRY: Frontier = {
  see: async () => undefined,
  fresh: async () => [],
  again: async () => [],
  settle: async () => undefined,
  get: async () => null,
  counts: async () => ({ seen: 0, settled: 0, open: 0 }),
  snapshot: () => null,
};
