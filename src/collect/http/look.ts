import type { Outcome } from '../../evidence/outcome.ts';
import type { DecodedHtml } from '../../extract/bytes/decode-html.ts';

/** Response headers worth keeping; the rest is noise that would make two equal looks differ. */
export interface LookHeaders {
  contentType: string | null;
  contentLength: number | null;
  etag: string | null;
  lastModified: string | null;
  retryAfter: string | null;
  contentSecurityPolicy: string | null;
}

/** One address on the way, with the answer it gave; null when it gave none. */
export interface Hop {
  url: string;
  status: number | null;
}

/** One look at one address, whatever became of it. */
export interface Look {
  /** As asked for, without fragment. */
  url: string;
  /** Address of the last answer. */
  finalUrl: string;
  outcome: Outcome;
  /** It opened, but speaks like an error page with a frame around it: only the host can tell (`createSoftGoneProbe`). */
  perhapsGone: boolean;
  /** Of the last answer; null when there was none. */
  status: number | null;
  /** Time from the first request to the last byte, waiting for the pace not counted. */
  ms: number;
  headers: LookHeaders;
  /** Body after decompression; the beginning only when a sample was asked for or the outcome is `too-large`; null without one. */
  bytes: Uint8Array | null;
  /** The body as text, when `decoded` was asked for and it is a page; decoded once for all who read it. */
  page: DecodedHtml | null;
  /** Bytes of bodies that came over the line, redirects included. */
  received: number;
  /** In order, the first address included. */
  hops: readonly Hop[];
  /** Code of a certificate fault that was overlooked, so that it can be recorded. */
  certificate: string | null;
}

export interface LookOptions {
  method?: 'GET' | 'HEAD';
  /** `whole` page up to bodyBytes, or a `sample` of its beginning. */
  read?: 'whole' | 'sample';
  /** Overrides totalMs. */
  totalMs?: number;
  /** Overrides bodyBytes. */
  bodyBytes?: number;
  /**
   * Read on past an expired, self-signed or misnamed certificate: pages are public and nothing secret is sent.
   * A chain the server sent incomplete is always overlooked, as browsers fetch the missing piece.
   */
  pastCertificate?: boolean;
  /** Robots.txt itself is fetched without asking it. */
  ignoreRobots?: boolean;
  referer?: string;
  /** Overrides who we say we are; the pace and the rules of robots stay ours. */
  userAgent?: string;
  /** Hand over the text of a page too. */
  decoded?: boolean;
  /** Ask only for what has changed since these were sent; the answer then may be 304, outcome `ok` without bytes. */
  unless?: { etag: string | null; lastModified: string | null };
  /** Ends the look at once; the only way `fetchLook` rejects. */
  signal?: AbortSignal;
}

export const NO_HEADERS: LookHeaders = {
  contentType: null,
  contentLength: null,
  etag: null,
  lastModified: null,
  retryAfter: null,
  contentSecurityPolicy: null,
};
