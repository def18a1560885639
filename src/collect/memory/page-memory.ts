import type { Instant } from '../../core/date.ts';
import type { PageReference } from '../../extract/markup/scan-page.ts';

export type { PageReference };

/** What a visit leaves of a page: enough to ask whether it has changed, and to go on from its references when it has not. */
export interface PageTrace {
  url: string;
  finalUrl: string;
  /** As the server sent them, quotes included. */
  etag: string | null;
  lastModified: string | null;
  /** SHA-256 of the decompressed body, under which it is kept as evidence; tells whether a server that never says 304 sent the same page again. */
  hash: string;
  title: string | null;
  references: readonly PageReference[];
  /** What else of the answer tells how the kept bytes are read; absent where nobody reads them again. */
  answered?: { status: number | null; contentType: string | null; contentSecurityPolicy: string | null };
  /** It changed once while its validators stayed the same: a 304 from it proves nothing. */
  unreliable?: boolean;
}

/**
 * Traces of one site over its visits. In a file for `mingcha look`; workers keep it in the database: one row per page
 * (site, 16-byte hash of the address), the references packed in one column. Reads are one row each; writes may be
 * gathered and written with the step they belong to.
 */
export interface PageMemory {
  /** These are asked about next: a memory in a database fetches them in one go, and answers `openedAt` for no others. Absent where asking costs nothing. */
  expect?(urls: readonly string[]): Promise<void>;
  recall(url: string): Promise<PageTrace | null>;
  keep(trace: PageTrace): void;
  /** When a picture, attachment or address on another host last opened; null when it never did or nobody knows. */
  openedAt(url: string): Instant | null;
  opened(url: string, at: Instant): void;
  /** Writes what was kept since the last call. Called with each step, before its checkpoint is read. */
  flush(): Promise<void>;
}
