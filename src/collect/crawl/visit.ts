import type { Instant } from '../../core/date.ts';
import { addressKey } from '../disk/address-index.ts';
import type { Target } from '../frontier/frontier.ts';
import type { Look } from '../http/look.ts';
import { NO_HEADERS } from '../http/look.ts';
import type { PageTrace } from '../memory/page-memory.ts';
import type { Crawl } from './crawl.ts';

const DAY_MS = 86_400_000;
const key = new Uint32Array(4);

/** Whether an unchanged page is fetched whole today all the same: every page has its turn once in 1/`share` days. */
export function isSampled(url: string, at: Instant, share: number): boolean {
  if (share <= 0) return false;
  addressKey(url, key);
  const turns = Math.max(1, Math.round(1 / share));
  return ((key[0] as number) + Math.floor(Date.parse(at) / DAY_MS)) % turns === 0;
}

/** What the last visit left of a page that may be asked for its changes only. */
export async function traceOf(crawl: Crawl, target: Target): Promise<PageTrace | null> {
  if (crawl.memory === null || target.outcomes.length > 0) return null;
  return crawl.memory.recall(target.url);
}

/** The look of an earlier visit that still stands for an address that is no page of the site; null when it must be looked at. */
export function standingLook(crawl: Crawl, target: Target, at: Instant): { look: Look; at: Instant } | null {
  const before = target.outcomes.length > 0 ? null : (crawl.memory?.openedAt(target.url) ?? null);
  if (before === null || Date.parse(at) - Date.parse(before) >= crawl.settings.linkAgeMs) return null;
  const { url } = target;
  const nothing = { bytes: null, page: null, received: 0, hops: [], certificate: null, headers: NO_HEADERS };
  return { look: { url, finalUrl: url, outcome: 'ok', perhapsGone: false, status: null, ms: 0, ...nothing }, at: before };
}
