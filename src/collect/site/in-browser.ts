import { readPage } from '../../extract/read-page.ts';
import type { DataCall } from '../browser/data-call.ts';
import type { Rendering } from '../browser/rendering.ts';
import type { Look } from '../http/look.ts';
import { lookAtPage, type PageView, sightings, withAddresses } from './look-at-page.ts';
import { readPaging } from './paging.ts';
import type { Gain, Scan } from './scan.ts';

/** A list page and the way it was looked at, kept with its facts. */
export interface ListPage extends PageView {
  how: 'http/1' | 'browser/1';
}

/** A rendered document is kept as UTF-8 with its mark, whatever its own meta still claims. */
const MARK = '\uFEFF';
const HTML = 'text/html; charset=utf-8';

/**
 * Opens a list page: by plain HTTP first, in the browser only where that shows no entry of a list that scripts may fill.
 * `isRead`: whether entries were read. Without a browser, or when it too shows none for sure, the plain look stands.
 */
export async function lookAtListPage(scan: Scan, url: string, gain: Gain, isRead: (view: PageView) => boolean): Promise<ListPage> {
  const plain: ListPage = { ...(await lookAtPage(scan, url, gain)), how: 'http/1' };
  if (isRead(plain) || !mayBeFilled(plain) || !scan.deps.browser || scan.browsed.pages >= scan.settings.browserPages) return plain;
  scan.browsed.pages += 1;
  const { net, browser, signal } = scan.deps;
  const { finalUrl } = plain.look;
  const shown = await browser.render(net, finalUrl, {
    isOwn: scan.isOwn,
    ready: (html, address) => isRead(viewOf(scan, plain, { html, finalUrl: address })),
    ...(signal ? { signal } : {}),
  });
  if (shown === null) return plain;
  scan.spend.use(shown.requests);
  const { outcome, html } = shown;
  if (outcome !== 'ok' || html === null || isDoubtful(scan, shown)) return plain;
  const view = viewOf(scan, plain, { html, finalUrl: shown.finalUrl });
  const { reading, look } = view;
  if (reading === null || look.bytes === null) return plain;
  const read = isRead(view);
  const empty = !read && reading.listState === 'empty' && provesEmpty(shown);
  if (!read && !empty) return plain;
  gain.sightings.push(...sightings(scan, reading, url, false));
  return { ...view, blob: await scan.deps.blobs.put(look.bytes), how: 'browser/1' };
}

/** Scripts are there, and no list that could be read. A page without any is what it is. */
function mayBeFilled({ reading, look }: PageView): boolean {
  if (reading === null || look.bytes === null || reading.article !== null) return false;
  return reading.listState !== 'items' && Buffer.from(look.bytes).includes('<script');
}

/** The rendered document read as any page is. */
function viewOf(scan: Scan, plain: PageView, { html, finalUrl }: { html: string; finalUrl: string }): PageView {
  const bytes = new TextEncoder().encode(MARK + html);
  const reading = readPage(bytes, { url: finalUrl, contentType: HTML, today: scan.job.day });
  const look: Look = { ...plain.look, finalUrl, bytes, page: null, headers: { ...plain.look.headers, contentType: HTML } };
  const items = withAddresses(reading.list, reading.links, finalUrl);
  return { look, at: plain.at, blob: null, reading, items, paging: readPaging(reading.links, html, finalUrl) };
}

/** Where a question to the site itself failed, what is shown beside it may be some other list. */
function isDoubtful(scan: Scan, { dataCalls }: Rendering): boolean {
  return dataCalls.some(({ outcome, url }) => outcome !== 'ok' && scan.isOwn(url));
}

/** Emptiness accuses: everything must have worked, and the site itself must have answered that there is nothing. */
function provesEmpty({ settled, scriptFaults, dataCalls }: Rendering): boolean {
  const says = (entries: DataCall['entries']): boolean => dataCalls.some((call) => call.entries === entries);
  return settled && scriptFaults === 0 && says('none') && !says('some') && dataCalls.every(({ outcome }) => outcome === 'ok');
}
