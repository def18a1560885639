import type { Instant } from '../../core/date.ts';
import { sha256 } from '../../core/id.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { scanPage } from '../../extract/markup/scan-page.ts';
import type { Target } from '../frontier/frontier.ts';
import { fetchLook } from '../http/fetch-look.ts';
import type { Look } from '../http/look.ts';
import { lookAtTarget } from '../http/look-at-target.ts';
import type { PageReference, PageTrace } from '../memory/page-memory.ts';
import { isOpenQuestion } from '../site/again.ts';
import type { Crawl } from './crawl.ts';
import type { CrawledPage } from './job.ts';
import { sheetReferences } from './sheet-references.ts';
import { isSampled, standingLook, traceOf } from './visit.ts';

/** One finished look and, where a page was opened, what stands on it. */
export interface Looked {
  target: Target;
  /** Without its body, which only a page hands on. */
  look: Look;
  at: Instant;
  page: CrawledPage | null;
  references: readonly PageReference[];
  /** Hash of the answer, kept because it speaks against somebody. */
  blob: string | null;
  /** Address of another own page that this one led to and that was read here. */
  arrival: string | null;
}

/** Files that are linked like pages: asked whether they are there, not fetched. */
const FILE =
  /\.(?:jpe?g|png|gif|bmp|webp|svg|ico|tiff?|mp[34]|m4[av]|avi|mkv|wmv|flv|webm|og[gv]|wav|exe|msi|apk|dmg|iso|jar|bin|tgz|bz2|xz|epub)$/i;

const SHEET = /\.css$/i;
const withoutQuery = (url: string): string => url.split('?', 1)[0] as string;

/** Whether an address is opened to be read as a page of the site. */
export const isPageAddress = ({ url, own, relation }: Target): boolean => own && relation === 'link' && !FILE.test(withoutQuery(url));

/** One look at an address: pages and style sheets of the site are read, everything else is asked whether it is there. */
export async function lookAtAddress(crawl: Crawl, target: Target): Promise<Looked> {
  const at = crawl.deps.clock.now();
  const sheet = target.own && target.relation === 'part' && SHEET.test(withoutQuery(target.url));
  if (sheet || isPageAddress(target)) return lookAtOwn(crawl, target, at);
  const standing = standingLook(crawl, target, at);
  if (standing) return { target, ...standing, ...NOTHING_READ };
  const again = target.outcomes.length > 0;
  const asked = target.relation === 'link' && target.own ? { ...target, own: false } : target;
  const { look, blob } = await judged(crawl, await lookAtTarget(crawl.deps.net, asked, { ...optionsOf(crawl, target), again }));
  if (look.outcome === 'ok') crawl.memory?.opened(target.url, at);
  return { target, look: withoutBody(look), at, ...NOTHING_READ, blob };
}

const NOTHING_READ = { page: null, references: [], blob: null, arrival: null };

async function lookAtOwn(crawl: Crawl, target: Target, at: Instant): Promise<Looked> {
  const trace = await traceOf(crawl, target);
  const unless = trace && !isSampled(target.url, at, crawl.settings.sample) ? trace : undefined;
  const answer = await fetchLook(crawl.deps.net, target.url, { ...optionsOf(crawl, target), decoded: true, unless });
  const looked: Looked = { target, look: withoutBody(answer), at, ...NOTHING_READ };
  if (trace && answer.status === 304) {
    return (await arrives(crawl, looked)) ? { ...looked, ...pageOf(crawl, looked, trace, null, true) } : looked;
  }
  const { look, blob } = await judged(crawl, answer);
  looked.look = withoutBody(look);
  looked.blob = blob;
  if (look.outcome !== 'ok' || look.bytes === null || !crawl.isOwn(look.finalUrl)) return looked;
  const type = look.headers.contentType ?? '';
  if (target.relation === 'part' ? !/\bcss\b/i.test(type) : !isPage(type, look.bytes)) return looked;
  return (await arrives(crawl, looked)) ? read(crawl, looked, look, trace) : looked;
}

/** Whether a page is to be read here; false when it led to another one that is read under its own address. */
async function arrives(crawl: Crawl, looked: Looked): Promise<boolean> {
  const { finalUrl, url } = looked.look;
  if (finalUrl === url) return true;
  if (!crawl.arrivals.claim(finalUrl)) return false;
  const known = await crawl.frontier.get(finalUrl); // asked after the claim: a step that is closed meanwhile cannot slip through
  if (known !== null && known.outcomes.length > 0) {
    crawl.arrivals.forget([finalUrl]);
    return false;
  }
  looked.arrival = finalUrl;
  return true;
}

/** Reads a page that was fetched, keeps it as evidence and what it leaves for the next visit. */
async function read(crawl: Crawl, looked: Looked, look: Look, before: PageTrace | null): Promise<Looked> {
  const blobs = crawl.settings.keepPages ? crawl.deps.blobs : null;
  const bytes = look.bytes as Uint8Array;
  const { finalUrl, url } = look;
  const { etag, lastModified, contentType } = look.headers;
  const hash = blobs ? await blobs.put(bytes, before?.hash || undefined) : crawl.memory ? sha256(bytes) : '';
  const validators = { etag, lastModified };
  if (before !== null && before.hash === hash && before.finalUrl === finalUrl) {
    if (before.etag !== etag || before.lastModified !== lastModified) crawl.memory?.keep({ ...before, ...validators });
    return { ...looked, ...pageOf(crawl, looked, before, bytes, true) };
  }
  const { text, charset } = look.page ?? decodeHtml(bytes, contentType);
  const sheet = looked.target.relation === 'part';
  const { references, title } = sheet
    ? { references: sheetReferences(text, finalUrl), title: null }
    : scanPage(text, finalUrl, { charset, limit: crawl.settings.maxReferences });
  const trace: PageTrace = { url, finalUrl, ...validators, hash, title, references };
  crawl.memory?.keep(trace);
  return { ...looked, ...pageOf(crawl, looked, trace, bytes, false) };
}

function pageOf(
  { deps, settings }: Crawl,
  { look, at, target }: Looked,
  trace: PageTrace,
  bytes: Uint8Array | null,
  unchanged: boolean,
): Pick<Looked, 'page' | 'references'> {
  const { references, finalUrl, title, hash } = trace;
  if (target.relation === 'part') return { page: null, references };
  const { contentType } = look.headers;
  const page: CrawledPage = {
    url: look.url,
    finalUrl,
    at,
    ms: look.ms,
    contentType,
    title,
    references: references.length,
    blob: deps.blobs && settings.keepPages ? hash : null,
    bytes,
    unchanged,
  };
  return { page, references };
}

/** Asks a page that looks like an error page with a frame once more; keeps what is said against somebody: what is fine needs no proof. */
async function judged(crawl: Crawl, answer: Look): Promise<{ look: Look; blob: string | null }> {
  const look = await crawl.confirmSoftGone(answer);
  const { blobs } = crawl.deps;
  const accused = isOpenQuestion(look.outcome) && look.bytes !== null && look.bytes.length > 0;
  return { look, blob: accused && blobs ? await blobs.put(look.bytes as Uint8Array) : null };
}

function optionsOf({ deps, settings }: Crawl, target: Target) {
  return { referer: target.foundOn[0]?.url, totalMs: settings.lookMs, pastCertificate: true, signal: deps.signal };
}

const withoutBody = (look: Look): Look => ({ ...look, bytes: null, page: null });

/** A page says so, or says nothing and begins like markup. */
function isPage(type: string, bytes: Uint8Array): boolean {
  return type === '' ? bytes.subarray(0, 64).includes(0x3c) : /html/i.test(type);
}
