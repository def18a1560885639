import type { CalendarDate, Instant } from '../../core/date.ts';
import type { ListSelectors } from '../../core/list-selectors.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { EarlierReadings } from '../../evidence/list-continuity.ts';
import type { Outcome } from '../../evidence/outcome.ts';
import type { BlobStore } from '../../evidence/store.ts';
import type { Site } from '../../subjects/channel.ts';
import type { Column } from '../../subjects/column.ts';
import type { Browser } from '../browser/open-browser.ts';
import type { Clock } from '../clock.ts';
import type { Frontier } from '../frontier/frontier.ts';
import type { Net } from '../http/net.ts';
import type { PageMemory } from '../memory/page-memory.ts';
import type { SiteSettings } from '../settings.ts';

/** One site on one monitored day. JSON, so that it can be a queue job. */
export interface SiteJob {
  site: Pick<Site, 'id' | 'url'>;
  /** Active columns; those without address are skipped. */
  columns: readonly ColumnJob[];
  /** Further pages to be read, on which something failed before: whether it stands there still, and opens now. */
  pages?: readonly string[];
  /** Articles to be opened again, on which an error was confirmed: whether it stands there still. */
  articles?: readonly { url: string; columnId: string | null }[];
  /** Monitored day; years that pages leave out are inferred from it. */
  day: CalendarDate;
}

/** A reading rule (阅读规则) somebody accepted for a column. */
export interface ColumnRule {
  id: string;
  selectors: ListSelectors;
  /** Its entries are expected to show dates. */
  dated: boolean;
  /** It no longer gives the rows of its own example: our fault, so it reads nothing until it is made anew. */
  broken: boolean;
}

/** A column to look at. `rule`: an accepted reading rule; `earlier`: what was read before, to doubt a reading that does not go on from it. */
export type ColumnJob = Pick<Column, 'id' | 'url' | 'minimumPerYear'> &
  Partial<Pick<Column, 'limit' | 'class'>> & { rule?: ColumnRule | null; earlier?: EarlierReadings | null };

/** What earlier days already know, so that nothing is looked at for nothing. */
export interface Known {
  /** Of these articles, those that were read before: their pages are not opened again. */
  articles(urls: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of these targets, those that opened recently enough, and when; what is recent is the caller's setting. */
  opened(urls: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  /** Of these attachments, those whose text was read before, whenever that was. */
  attachments(urls: readonly string[]): Promise<ReadonlyMap<string, KnownAttachment>>;
}

/** An attachment as it was read last: what the server called that version, and the hash of its bytes. */
export interface KnownAttachment {
  etag: string | null;
  lastModified: string | null;
  blob: string | null;
}

export const NOTHING_KNOWN: Known = { articles: async () => new Set(), opened: async () => new Map(), attachments: async () => new Map() };

export interface SiteDeps {
  net: Net;
  blobs: BlobStore;
  clock: Clock;
  known?: Known;
  settings?: Partial<SiteSettings>;
  /** Opens lists that scripts fill, and takes pictures. Without one such a list stays unread. */
  browser?: Browser;
  /** Opens the frontier from a snapshot of its kind (null = new). Default in memory. */
  frontier?: (snapshot: unknown) => Frontier;
  /** What the last visit left of home page and lists, so that only what has changed is asked for. Default: everything is. */
  memory?: PageMemory;
  /**
   * The longest time waited here between two looks at what failed. A longer one ends the scan with a step that says when
   * to go on, so that nobody holds a host, or a place among the scans under way, only to wait. Default: waits.
   */
  patienceMs?: number;
  /** Ends the scan at once; the last yielded checkpoint stands. */
  signal?: AbortSignal;
}

/** A page already looked at in this scan. */
export interface PageLook {
  url: string;
  outcome: Outcome;
  status: number | null;
  at: Instant;
}

export interface PlannedArticle {
  url: string;
  columnId: string | null;
  /** Position in its list; the first of every list are opened first. */
  rank: number;
}

/** A home page (`home`) or list (`list:<address>`) that did not open. */
export interface FailedPage {
  key: string;
  looks: number;
  lastAt: Instant;
}

/** Why a scan ended before everything was looked at: it is our limit or the host's distress, never the unit's fault. */
export const STOP_REASONS = ['pages', 'requests', 'time', 'distress'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Everything a scan needs to go on elsewhere. JSON. */
export interface SiteCheckpoint {
  version: 1;
  /** Steps that are done; their facts were handed over with the checkpoint that names them. */
  finished: string[];
  spent: { pages: number; requests: number; ms: number };
  articles: PlannedArticle[];
  pageLooks: PageLook[];
  failedPages: FailedPage[];
  frontier: unknown;
}

/**
 * What one step adds to a scan's own memory. The notes of all steps in order, the spending of the last and the frontier
 * are the checkpoint: who keeps notes as they come writes each once, however many pages the site has.
 */
export interface StepNotes {
  finished: string;
  pageLooks: readonly PageLook[];
  articles: readonly PlannedArticle[];
  failedPages: readonly FailedPage[];
}

/**
 * One finished step. Store the facts of one or more steps together with the checkpoint of the last of them, in one
 * transaction: a scan that goes on from there repeats nothing and loses nothing.
 */
export interface SiteStep {
  /** `probe:0`, `home`, `list:<address>`, `condition`, `article:<address>`, `domain:<host>`, `fresh:<n>`, `again:<n>`, `rest:<n>`, `end`. */
  key: string;
  facts: readonly Fact[];
  /** The scan as it stands after this step. Worked out when read, which must be before the next step is asked for; throws afterwards. */
  readonly checkpoint: SiteCheckpoint;
  /** What this step adds to the checkpoint besides `spent` and the frontier, for those who keep these apart; null for nothing. */
  notes: StepNotes | null;
  spent: SiteCheckpoint['spent'];
  progress: { done: number; total: number };
  /** Set on the last step of a scan that has come to its end. */
  summary: SiteSummary | null;
  /** Set on the last step of a scan that rests: from then on it may go on from this step's checkpoint. */
  goOnAt: Instant | null;
}

export interface SiteSummary {
  stopped: StopReason | null;
  pages: number;
  requests: number;
  ms: number;
  targets: { seen: number; settled: number; open: number };
}
