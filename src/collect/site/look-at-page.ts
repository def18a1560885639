import type { Instant } from '../../core/date.ts';
import type { ListItem } from '../../evidence/facts.ts';
import { type DecodedHtml, decodeHtml } from '../../extract/bytes/decode-html.ts';
import { type PageReading, readPage } from '../../extract/read-page.ts';
import type { Sighting } from '../frontier/frontier.ts';
import { parseAddress } from '../http/address.ts';
import type { Look } from '../http/look.ts';
import { clientRedirect } from './client-redirect.ts';
import { mixedContentFacts } from './condition/mixed.ts';
import { fetchPage, traceOf } from './fetch-page.ts';
import { type Paging, readPaging } from './paging.ts';
import type { Gain, Scan } from './scan.ts';

/** A page as looked at and, when it opened, as read. */
export interface PageView {
  look: Look;
  at: Instant;
  /** Hash of the kept bytes. */
  blob: string | null;
  reading: PageReading | null;
  /** Entries of its list with absolute addresses. */
  items: ListItem[];
  paging: Paging;
}

/** Pages of the site that are opened every day, and articles, which are opened once. */
type PageRole = 'home' | 'list' | 'article';

const MAX_CLIENT_REDIRECTS = 3;
const NO_PAGING: Paging = { next: null, last: null, more: true };
/** More addresses than any real page has. */
const MAX_SIGHTINGS = 5_000;

/** Opens a page, follows where it sends its visitors, keeps its bytes, reads it and notes every address on it into `gain`. */
export async function lookAtPage(scan: Scan, url: string, gain: Gain, as: PageRole = 'list'): Promise<PageView> {
  const { blobs, clock } = scan.deps;
  const at = clock.now();
  const home = as === 'home';
  const memory = as === 'article' ? undefined : scan.deps.memory;
  let page = await fetchPage(scan, url, memory);
  let { look } = page;
  for (let hop = 0; hop < MAX_CLIENT_REDIRECTS && look.outcome === 'ok' && look.bytes; hop++) {
    const next = clientRedirect(decoded(look, look.bytes).text, look.finalUrl);
    if (next === null) break;
    page = await fetchPage(scan, next, memory);
    look = page.look;
  }
  look = await scan.confirmSoftGone(look);
  const blob =
    look.bytes && look.bytes.length > 0
      ? await blobs.put(look.bytes, page.before?.hash ?? (as === 'article' ? (scan.frame ?? undefined) : undefined))
      : null;
  if (home) scan.frame ??= blob;
  gain.pageLooks.push({ url: parseAddress(url)?.href ?? url, outcome: look.outcome, status: look.status, at });
  if (look.outcome !== 'ok' || look.bytes === null) return { look, at, blob, reading: null, items: [], paging: NO_PAGING };

  const trace = blob === null || memory === undefined ? null : traceOf({ ...page, look }, blob);
  if (trace !== null) gain.traces.push(trace);
  const text = decoded(look, look.bytes);
  const reading = readPage(look.bytes, { url: look.finalUrl, decoded: text, today: scan.job.day });
  gain.sightings.push(...sightings(scan, reading, url, home));
  const html = text.text;
  gain.facts.push(...mixedContentFacts(scan, { url, look, at, blob, html, reading, home }));
  const paging = readPaging(reading.links, html, look.finalUrl);
  return { look, at, blob, reading, items: withAddresses(reading.list, reading.links, look.finalUrl), paging };
}

/** A page is decoded once, as a rule when its outcome is named. */
const decoded = ({ page, headers }: Look, bytes: Uint8Array): DecodedHtml => page ?? decodeHtml(bytes, headers.contentType);

/** Entries as the page writes them point anywhere; facts of several pages can be joined only by full addresses. */
export function withAddresses(list: readonly ListItem[], links: PageReading['links'], pageUrl: string): ListItem[] {
  const resolved = new Map(links.map(({ href, url }) => [href, url]));
  return list.map((item) => (item.href === null ? item : { ...item, href: resolved.get(item.href) ?? webAddress(item.href, pageUrl) }));
}

/** Null for what is no address of the web: `javascript:`, `#`. */
function webAddress(href: string, pageUrl: string): string | null {
  const url = href.trim().startsWith('#') ? null : parseAddress(href, pageUrl);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** What only machines use; a reader does not miss it. */
const MACHINE_TAGS = new Set(['script', 'link', 'style', 'track', 'meta']);

/** Each address of the page that a reader can follow or see, once, without fragment. */
export function sightings(scan: Scan, reading: PageReading, pageUrl: string, home: boolean): Sighting[] {
  const found = new Map<string, Sighting>();
  for (const { url, text, relation, tag } of [...reading.links, ...reading.images]) {
    if (found.size >= MAX_SIGHTINGS) break;
    if (MACHINE_TAGS.has(tag)) continue;
    const known = found.get(url);
    if (known) {
      if (relation === 'link') known.relation = 'link';
      if (known.on.text === '') known.on.text = text;
      continue;
    }
    found.set(url, { url, relation, own: scan.isOwn(url), on: { url: pageUrl, text, home } });
  }
  return [...found.values()];
}
