import type { Instant } from '../../core/date.ts';
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

/** One finished look and, where a page was opened, what stands on it. */
export interface Looked {
  target: Target;
  look: Look;
  at: Instant;
  page: CrawledPage | null;
  references: readonly PageReference[];
}

/** One look at an address: pages and style sheets of the site are read, everything else is asked whether it is there. */
export async function lookAtAddress(crawl: Crawl, target: Target): Promise<Looked> {
  const { net, clock, signal } = crawl.deps;
  const at = clock.now();
  const options = { referer: target.foundOn[0]?.url, totalMs: crawl.settings.lookMs, pastCertificate: true, decoded: true, signal };
  const read = target.own && (target.relation === 'link' || target.relation === 'part');
  const again = target.outcomes.length > 0;
  const answer = read ? await fetchLook(net, target.url, options) : await lookAtTarget(net, target, { ...options, again });
  const look = await crawl.confirmSoftGone(answer);
  // What is said against somebody is kept; what is fine needs no proof unless it is a page.
  if (isOpenQuestion(look.outcome) && look.bytes && look.bytes.length > 0) await crawl.deps.blobs?.put(look.bytes);
  const none = { target, look: { ...look, page: null, bytes: null }, at, page: null, references: [] };
  if (!read || look.outcome !== 'ok' || look.bytes === null || !crawl.isOwn(look.finalUrl)) return none;
  const type = look.headers.contentType ?? '';
  if (/\bcss\b/i.test(type)) {
    return {
      ...none,
      look: { ...look, page: null, bytes: null },
      references: sheetReferences(decodeHtml(look.bytes, type).text, look.finalUrl),
    };
  }
  if (target.relation === 'part' || !isPage(type, look.bytes)) return none;
  return await readPage(crawl, { ...none, look });
}

async function readPage(crawl: Crawl, looked: Looked): Promise<Looked> {
  const { look, at, target } = looked;
  const { contentType } = look.headers;
  const bytes = look.bytes as Uint8Array;
  const { text, charset } = look.page ?? decodeHtml(bytes, contentType);
  const { references, title } = scanPage(text, look.finalUrl, { charset, limit: crawl.settings.maxReferences });
  const trace: PageTrace = {
    url: target.url,
    finalUrl: look.finalUrl,
    etag: look.headers.etag,
    lastModified: look.headers.lastModified,
    hash: '',
    title,
    references,
  };
  const blob = (await crawl.deps.blobs?.put(bytes)) ?? null;
  const page: CrawledPage = {
    url: target.url,
    finalUrl: look.finalUrl,
    at,
    ms: look.ms,
    contentType,
    title: trace.title,
    references: references.length,
    blob,
    bytes,
    unchanged: false,
  };
  return { ...looked, look: { ...look, page: null, bytes: null }, page, references };
}

/** A page says so, or says nothing and begins like markup. */
function isPage(type: string, bytes: Uint8Array): boolean {
  return type === '' ? bytes.subarray(0, 64).includes(0x3c) : /html/i.test(type);
}
