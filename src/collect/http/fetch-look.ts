import type { Outcome } from '../../evidence/outcome.ts';
import { type DecodedHtml, decodeHtml } from '../../extract/bytes/decode-html.ts';
import { retryAfterMs } from '../polite/retry-after.ts';
import { parseAddress } from './address.ts';
import type { Exchange } from './attempt.ts';
import { isReadable, nameAnswer, outcomeOfAnswer, readable } from './classify.ts';
import { createCookies } from './cookies.ts';
import { ACCEPT_ENCODING, decompress } from './decompress.ts';
import { exchange } from './exchange.ts';
import { trustFault } from './failure.ts';
import { type Hop, type Look, type LookHeaders, type LookOptions, NO_HEADERS } from './look.ts';
import type { Net } from './net.ts';
import { quickPage } from './quick-text.ts';
import { isRedirect, redirectTarget } from './redirect.ts';

/**
 * One look at one address: guard, robots and pace on every hop, redirects followed, body decompressed, limits kept.
 * Every way it can end is an outcome; it rejects only when `options.signal` is aborted.
 */
export async function fetchLook(net: Net, address: string, options: LookOptions = {}): Promise<Look> {
  const start = parseAddress(address);
  const totalMs = options.totalMs ?? net.settings.totalMs;
  const hops: Hop[] = [];
  const cookies = createCookies();
  const visited = new Set<string>();
  let ms = 0;
  let certificate: string | null = null;
  let url = start;
  let last: Exchange | null = null;
  let received = 0;

  const end = (outcome: Outcome, bytes: Uint8Array | null = null, page: DecodedHtml | null = null, perhapsGone = false): Look => ({
    url: start?.href ?? address,
    finalUrl: hops.at(-1)?.url ?? start?.href ?? address,
    outcome,
    perhapsGone,
    status: last?.status ?? null,
    ms: Math.round(ms),
    headers: last ? keptHeaders(last) : NO_HEADERS,
    bytes,
    page,
    received,
    hops,
    certificate,
  });

  for (;;) {
    if (!url || !net.guard.permits(url)) return end('refused-address');
    const visit = `${url.href} ${cookies.header(url.host) ?? ''}`;
    if (visited.has(visit) || hops.length > net.settings.maxRedirects) return end('redirect-loop');
    visited.add(visit);

    const leave = await net.gate.enter(url, { ignoreRobots: options.ignoreRobots ?? false, signal: options.signal });
    if (typeof leave === 'string') return end(leave);
    hops.push({ url: url.href, status: null });
    const began = net.ticker.now();
    try {
      const answer = await request(net, url, options, totalMs - ms, cookies.header(url.host));
      last = answer.exchange;
      received += last.body.length;
      certificate = answer.certificate ?? certificate;
    } finally {
      const took = net.ticker.now() - began;
      ms += took;
      const distress = last?.status === 429 || last?.status === 503;
      leave({
        distress,
        restMs: distress && last ? retryAfterMs(keptHeaders(last).retryAfter, net.ticker.now()) : null,
        ms: last?.status == null ? undefined : took,
      });
    }
    hops[hops.length - 1] = { url: url.href, status: last.status };
    if (last.status === null || last.fault) return end(last.fault ?? 'connect-failed');
    if (!isRedirect(last.status)) break;
    if (ms >= totalMs) return end('timed-out');
    cookies.take(url.host, listOf(last.headers['set-cookie']));
    url = redirectTarget(url, textOf(last.headers.location));
    if (!url) return end('bad-response');
  }
  if (ms >= totalMs) return end('timed-out'); // 15 s exactly counts as not opened

  if (last.status === 304 && options.unless) return end('ok');

  const contentType = textOf(last.headers['content-type']);
  const context = { url: start?.href ?? address, finalUrl: url.href };
  const sample = options.read === 'sample' || last.status >= 300;
  const body = decompress(last.body, textOf(last.headers['content-encoding']), options.bodyBytes ?? net.settings.bodyBytes, last.cut);
  if ('fault' in body) return end(last.status < 300 ? body.fault : outcomeOfAnswer(last, null, context));
  const { bytes } = body;
  const text = options.decoded && isReadable(bytes, contentType) ? decodeHtml(bytes, contentType) : null;
  const { outcome, perhapsGone } = nameAnswer(last, text ? quickPage(text.text) : readable(bytes, contentType), context);
  const named = outcome === 'ok' && last.cut && !sample ? 'too-large' : outcome;
  return end(named, options.method === 'HEAD' ? null : bytes, text, perhapsGone);
}

/** One request; on a certificate fault that may be overlooked, once more without the check. The fault is reported either way. */
async function request(net: Net, url: URL, options: LookOptions, totalMs: number, cookie: string | null) {
  const { settings, agents, ticker } = net;
  const asked = {
    url,
    method: options.method ?? 'GET',
    headers: {
      'user-agent': options.userAgent ?? net.userAgent,
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
      'accept-encoding': ACCEPT_ENCODING,
      ...(cookie === null ? {} : { cookie }),
      ...(options.referer === undefined ? {} : { referer: options.referer }),
      ...(options.unless?.etag ? { 'if-none-match': options.unless.etag } : {}),
      ...(options.unless?.lastModified ? { 'if-modified-since': options.unless.lastModified } : {}),
    },
    limit: options.read === 'sample' ? settings.sampleBytes : (options.bodyBytes ?? settings.bodyBytes),
    totalMs,
    signal: options.signal,
  };
  const began = ticker.now();
  const strict = await exchange(agents.strict, asked, ticker);
  const trust = trustFault(strict.code);
  if (trust === null) return { exchange: strict, certificate: null };
  if (trust === 'untrusted' && !options.pastCertificate) return { exchange: strict, certificate: strict.code };
  const left = totalMs - (ticker.now() - began);
  return { exchange: await exchange(agents.lenient, { ...asked, totalMs: left }, ticker), certificate: strict.code };
}

function keptHeaders({ headers }: Exchange): LookHeaders {
  const length = Number(textOf(headers['content-length']) ?? Number.NaN);
  return {
    contentType: textOf(headers['content-type']),
    contentLength: Number.isSafeInteger(length) ? length : null,
    etag: textOf(headers.etag),
    lastModified: textOf(headers['last-modified']),
    retryAfter: textOf(headers['retry-after']),
    contentSecurityPolicy: textOf(headers['content-security-policy']),
  };
}

const listOf = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const textOf = (value: string | string[] | undefined): string | null => listOf(value)[0] ?? null;
