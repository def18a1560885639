import { fetchLook } from '../../collect/http/fetch-look.ts';
import type { Look } from '../../collect/http/look.ts';
import type { Net } from '../../collect/index.ts';
import { clientRedirect } from '../../collect/site/client-redirect.ts';
import { type DecodedHtml, decodeHtml } from '../../extract/bytes/decode-html.ts';

/** A page as opened; `page` null when it gave no text. */
export interface OpenedPage {
  look: Look;
  page: DecodedHtml | null;
}

const MAX_CLIENT_REDIRECTS = 3;

/** Opens a page by way of guard, robots and pace, and follows where it sends its visitors by itself. */
export async function openPage(net: Net, url: string, options: { totalMs: number; signal?: AbortSignal }): Promise<OpenedPage> {
  const rest = { ...options, pastCertificate: true };
  let look = await fetchLook(net, url, rest);
  for (let hop = 0; ; hop++) {
    const page = look.outcome === 'ok' && look.bytes ? decodeHtml(look.bytes, look.headers.contentType) : null;
    const next = page === null || hop === MAX_CLIENT_REDIRECTS ? null : clientRedirect(page.text, look.finalUrl);
    if (next === null) return { look, page };
    look = await fetchLook(net, next, rest);
  }
}
