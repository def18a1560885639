import type { Instant } from '../../core/date.ts';
import type { Hours } from '../../core/hours.ts';
import type { SweepStop } from '../../evidence/facts.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { BlobStore } from '../../evidence/store.ts';
import type { Clock } from '../clock.ts';
import type { FoundOn, Frontier } from '../frontier/frontier.ts';
import type { Relation } from '../http/look-at-target.ts';
import type { Net } from '../http/net.ts';
import type { PageMemory } from '../memory/page-memory.ts';

/** A whole site of one's own, from its home page on. JSON, so that it can be a queue job. */
export interface CrawlJob {
  home: string;
  /** Hosts (with port where it is not the usual one) that belong to the site besides that of `home`, each with and without www. */
  hosts?: readonly string[];
}

/** Limits of one crawl. `crawlSite` takes any part of it. */
export interface CrawlSettings {
  /** Pages read. */
  maxPages: number;
  /** Addresses looked at, pages included: an endless calendar ends here. */
  maxAddresses: number;
  maxMinutes: number;
  /** Hours of the day (Asia/Shanghai, `22:00` to `06:00`) in which the site may be looked at; null = any. Outside of them the crawl stops, to be gone on with. */
  hours: Hours | null;
  /** Longest address that is followed; traps grow theirs. */
  maxAddressLength: number;
  /** References of one page that are noted. */
  maxReferences: number;
  /** Whether addresses on other hosts are looked at. */
  others: boolean;
  /** Looks that must agree before an address counts as gone. */
  goneLooks: number;
  /** Looks at one address, whatever they say. */
  maxLooks: number;
  /** Time between two looks at an address that failed. */
  apartMs: number;
  /** One look; an answer that takes this long counts as not opened. */
  lookMs: number;
  /** Whether pages that opened are kept as evidence; what speaks against somebody always is. */
  keepPages: boolean;
  /** Looks under way at the same time, over all hosts; the pace of each host holds besides. */
  concurrency: number;
  /** Looks in one step at most. */
  batch: number;
  /** An address that is no page of the site and opened within this time is not asked again. */
  linkAgeMs: number;
  /** Of a later visit: this share of unchanged pages is fetched whole all the same, another share every day: some servers say 304 whatever happened. */
  sample: number;
}

export const CRAWL_DEFAULTS: CrawlSettings = {
  maxPages: 30_000,
  maxAddresses: 300_000,
  maxMinutes: 24 * 60,
  hours: null,
  maxAddressLength: 2_000,
  maxReferences: 5_000,
  others: true,
  goneLooks: 2,
  maxLooks: 3,
  apartMs: 60_000,
  lookMs: 15_000,
  keepPages: true,
  concurrency: 16,
  batch: 100,
  linkAgeMs: 3 * 86_400_000,
  sample: 0.05,
};

export interface CrawlDeps {
  net: Net;
  clock: Clock;
  /** Where pages are kept as evidence; null keeps nothing. */
  blobs: BlobStore | null;
  settings?: Partial<CrawlSettings>;
  /** Opens the frontier from a snapshot of its kind (null = new): `fileFrontier(folder)`, or rows of a database. Default: a temporary file, gone at the end. */
  frontier?: (snapshot: unknown) => Frontier;
  /** What the last visit left; makes this one ask only for what has changed. Kept up to date as pages are read. */
  memory?: PageMemory | null;
  /** Ends the crawl at once; the last checkpoint stands. */
  signal?: AbortSignal;
}

/** A page that was opened. */
export interface CrawledPage {
  url: string;
  /** Where it led; base of its references. */
  finalUrl: string;
  at: Instant;
  ms: number;
  contentType: string | null;
  title: string | null;
  /** References on it, each address once. */
  references: number;
  /** SHA-256 under which it is kept as evidence; null without evidence. */
  blob: string | null;
  /** As the server sent it, decompressed; null when it said the page is unchanged. Valid until the next step is asked for. */
  bytes: Uint8Array | null;
  /** The same as at the last visit, by the server's word (304) or by its content. */
  unchanged: boolean;
}

/** An address nobody needs to look at again in this crawl: it answered, or failed as often as it takes. */
export interface CrawledTarget {
  url: string;
  relation: Relation;
  own: boolean;
  outcome: Outcome;
  status: number | null;
  at: Instant;
  /** Outcomes of all looks, in order. */
  outcomes: readonly Outcome[];
  /** The first pages it was found on (none of those that opened, to spare the reading) and the number of all, so far: later pages may carry it too; `failures` has the final ones. */
  foundOn: readonly FoundOn[];
  foundOnCount: number;
  /** SHA-256 under which the last answer is kept where it speaks against somebody and had a body; null otherwise, and without evidence. */
  blob: string | null;
}

/** Everything a crawl needs to go on elsewhere. JSON. */
export interface CrawlCheckpoint {
  version: 1;
  pages: number;
  looks: number;
  bytes: number;
  ms: number;
  /** Failed addresses that are settled, each with the hash of what was kept against it. */
  failed: (readonly [url: string, blob: string | null])[];
  frontier: unknown;
}

/** Why a crawl ended before everything was looked at: our limit or the host's distress, never the unit's fault. */
export type CrawlStop = SweepStop;

export interface CrawlSummary {
  stopped: CrawlStop | null;
  pages: number;
  /** Requests sent, and bytes of bodies received as they came over the line. */
  looks: number;
  bytes: number;
  ms: number;
  addresses: { seen: number; settled: number; open: number };
  /** Every address that did not open, with the pages it stands on, by address. */
  failures: readonly CrawledTarget[];
}

/** What some looks found out. Store it with its `checkpoint` in one transaction: a crawl that goes on from there repeats nothing and loses nothing. */
export interface CrawlStep {
  pages: readonly CrawledPage[];
  targets: readonly CrawledTarget[];
  progress: { pages: number; done: number; seen: number };
  /** Must be read before the next step is asked for. */
  checkpoint(): CrawlCheckpoint;
  /** Set on the last step. */
  summary: CrawlSummary | null;
}
