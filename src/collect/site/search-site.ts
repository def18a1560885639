import type { CalendarDate } from '../../core/date.ts';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import { SEARCH_DEPTH, type SearchGap, type TestedQuery } from '../../evidence/site-search.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { findSearch, type SearchForm } from '../../extract/page/search-form.ts';
import { rankOfExpected, readResults } from '../../extract/page/search-results.ts';
import { readPage } from '../../extract/read-page.ts';
import type { Site } from '../../subjects/channel.ts';
import type { Clock } from '../clock.ts';
import { fetchLook } from '../http/fetch-look.ts';
import type { Look } from '../http/look.ts';
import type { Net } from '../http/net.ts';

/** A query with the document it must find, by title, by address or by both. */
export interface TestQuery {
  query: string;
  expectedTitle: string | null;
  expectedUrl: string | null;
}

export interface SearchDeps {
  net: Net;
  blobs: BlobStore;
  clock: Clock;
  signal?: AbortSignal;
}

/**
 * Puts the test queries of a site (信息检索功能, seeds M19) to its own search form, one after the other at the host's pace, and
 * keeps every results page. Never throws for a network reason: what could not be asked is a named gap.
 */
export async function searchSite(
  job: { site: Pick<Site, 'id' | 'url'>; queries: readonly TestQuery[]; day: CalendarDate },
  deps: SearchDeps,
): Promise<Fact<'site-search'>> {
  const { site, day } = job;
  const at = deps.clock.now();
  const open = (url: string): Promise<Look> => fetchLook(deps.net, url, { pastCertificate: true, signal: deps.signal });
  const home = await open(site.url);
  const blob = home.bytes && home.bytes.length > 0 ? await deps.blobs.put(home.bytes) : null;
  const { form, gap, frame } = searchOf(home, day);
  const queries: TestedQuery[] = [];
  for (const query of job.queries) queries.push(form === null ? untested(query, gap) : await ask(query, form));
  return makeFact({
    kind: 'site-search',
    channelId: site.id,
    subjectId: site.id,
    at,
    source: site.url,
    how: 'http/1',
    blob,
    data: { url: site.url, outcome: home.outcome, form: form && { action: form.action, parameter: form.parameter }, queries },
  });

  async function ask(query: TestQuery, through: SearchForm): Promise<TestedQuery> {
    const url = through.address(query.query);
    if (url === null) return untested(query, 'no-form');
    const look = await open(url);
    const page = look.bytes && look.bytes.length > 0 ? await deps.blobs.put(look.bytes) : null;
    const asked = { ...untested(query, null), url, outcome: look.outcome, page };
    if (look.outcome !== 'ok' || look.bytes === null) return { ...asked, gap: 'results-not-opened' };
    const reading = readPage(look.bytes, { url: look.finalUrl, contentType: look.headers.contentType, today: day });
    const results = readResults(look.bytes, reading, frame);
    const rank = rankOfExpected(results, { title: query.expectedTitle, url: query.expectedUrl }, SEARCH_DEPTH);
    const shown = Math.min(SEARCH_DEPTH, Math.max(results.listed.length, results.linked.length));
    // Not found counts against the site only where results, or their absence, were really shown.
    const unread = rank === null && results.listed.length === 0 && (!results.saysNone || reading.listState === 'script-built');
    return { ...asked, results: shown, rank, gap: unread ? 'results-unreadable' : null };
  }
}

/** The form of a home page, or why there is none to use; `frame`: addresses that stand on every page. */
function searchOf(home: Look, day: CalendarDate): { form: SearchForm | null; gap: SearchGap; frame: ReadonlySet<string> } {
  if (home.outcome !== 'ok' || home.bytes === null) return { form: null, gap: 'not-opened', frame: new Set() };
  const { contentType } = home.headers;
  const { text, charset } = decodeHtml(home.bytes, contentType);
  const found = findSearch(text, { url: home.finalUrl, charset });
  if (found.kind !== 'form') return { form: null, gap: found.kind === 'script' ? 'script-only' : 'no-form', frame: new Set() };
  const { links } = readPage(home.bytes, { url: home.finalUrl, contentType, today: day });
  return { form: found.form, gap: 'no-form', frame: new Set(links.map(({ url }) => url)) };
}

const untested = (query: TestQuery, gap: SearchGap | null): TestedQuery => ({
  ...query,
  url: null,
  outcome: null,
  results: 0,
  rank: null,
  gap,
  page: null,
});
