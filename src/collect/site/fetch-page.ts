import { isDeepStrictEqual } from 'node:util';
import { MingchaError } from '../../core/error.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { isSampled } from '../crawl/visit.ts';
import { parseAddress } from '../http/address.ts';
import { fetchLook } from '../http/fetch-look.ts';
import type { Look } from '../http/look.ts';
import type { PageMemory, PageTrace } from '../memory/page-memory.ts';
import type { Scan } from './scan.ts';

/** A page as it is now, and what the last visit left of it. */
export interface FetchedPage {
  look: Look;
  before: PageTrace | null;
}

/**
 * Opens a page. One that says it is unchanged (304) is read again from the bytes kept last time, and is then like one that
 * was sent whole. Now and then it is asked for whole all the same: some servers say 304 whatever happened.
 */
export async function fetchPage(scan: Scan, url: string, memory: PageMemory | undefined): Promise<FetchedPage> {
  const { net, clock, signal, blobs } = scan.deps;
  const ask = async (unless?: PageTrace): Promise<Look> => {
    const look = await fetchLook(net, url, { pastCertificate: true, decoded: true, signal, unless });
    scan.spend.count(look, 'page', scan.isOwn(look.finalUrl));
    return look;
  };
  const before = (await memory?.recall(parseAddress(url)?.href ?? url)) ?? null;
  if (before === null || !mayAsk(before) || isSampled(url, clock.now(), scan.settings.sample)) return { look: await ask(), before };
  const look = await ask(before);
  if (look.status !== 304) return { look, before };
  const bytes = look.finalUrl === before.finalUrl ? await keptBytes(blobs, before.hash) : null;
  return { look: bytes === null ? await ask() : asSent(look, before, bytes), before };
}

const mayAsk = ({ etag, lastModified, unreliable, answered }: PageTrace): boolean =>
  (etag !== null || lastModified !== null) && !unreliable && answered !== undefined;

function asSent(look: Look, { answered, etag, lastModified }: PageTrace, bytes: Uint8Array): Look {
  const { status = 200, contentType = null, contentSecurityPolicy = null } = answered ?? {};
  return { ...look, status, bytes, page: null, headers: { ...look.headers, contentType, contentSecurityPolicy, etag, lastModified } };
}

async function keptBytes(blobs: BlobStore, hash: string): Promise<Uint8Array | null> {
  try {
    return await blobs.get(hash);
  } catch (error) {
    if (error instanceof MingchaError) return null; // lost or damaged: the page is asked for whole
    throw error;
  }
}

/** What this visit leaves of a page that opened; null when nothing new. */
export function traceOf({ look, before }: FetchedPage, blob: string): PageTrace | null {
  const { url, finalUrl, headers, status } = look;
  const { etag, lastModified, contentType, contentSecurityPolicy } = headers;
  if (look.perhapsGone) return null; // every visit asks such a page, and its folder, anew
  const sameMarks = before !== null && before.etag === etag && before.lastModified === lastModified;
  const sameBytes = before !== null && before.hash === blob;
  const answered = { status, contentType, contentSecurityPolicy };
  if (sameMarks && sameBytes && before.finalUrl === finalUrl && isDeepStrictEqual(before.answered, answered)) return null;
  const unreliable = before?.unreliable ?? (sameMarks && !sameBytes && (etag !== null || lastModified !== null));
  return { url, finalUrl, etag, lastModified, hash: blob, title: null, references: [], answered, ...(unreliable ? { unreliable } : {}) };
}
