import type { Dispatcher } from 'undici';
import type { Outcome } from '../../evidence/outcome.ts';
import type { Ticker } from '../clock.ts';
import { errorCode, outcomeOfFailure } from './failure.ts';

/** One request and its answer, redirects not followed. */
export interface Exchange {
  /** Null when no answer came. */
  status: number | null;
  headers: Record<string, string | string[] | undefined>;
  /** Body as sent; its beginning when `cut`. */
  body: Uint8Array;
  /** The body was longer than `limit`. */
  cut: boolean;
  /** Set when the exchange did not complete. */
  fault: Outcome | null;
  /** Code of the error behind the fault, '' without one. */
  code: string;
}

export interface ExchangeRequest {
  url: URL;
  method: 'GET' | 'HEAD';
  headers: Record<string, string>;
  limit: number;
  totalMs: number;
  signal?: AbortSignal;
}

/** Never rejects for a network reason; rejects when `signal` is aborted. */
export async function exchange(agent: Dispatcher, request: ExchangeRequest, ticker: Ticker): Promise<Exchange> {
  const started = ticker.now();
  const first = await attempt(agent, request, ticker);
  // A kept-alive connection may have been closed by the server just as we used it: visitors' browsers ask again, so do we, once.
  const stale = first.status === null && (first.code === 'UND_ERR_SOCKET' || first.code === 'ECONNRESET' || first.code === 'EPIPE');
  const left = request.totalMs - (ticker.now() - started);
  return stale && left > 0 ? attempt(agent, { ...request, totalMs: left }, ticker) : first;
}

async function attempt(agent: Dispatcher, request: ExchangeRequest, ticker: Ticker): Promise<Exchange> {
  const { url, method, headers, limit, totalMs, signal } = request;
  // One controller a request: signals joined with AbortSignal.any stay listed at the long-lived one, and with them every answer.
  const stop = new AbortController();
  let late = false;
  const callOff = ticker.after(Math.max(1, totalMs), () => {
    late = true;
    stop.abort();
  });
  const abandon = (): void => stop.abort(signal?.reason);
  if (signal?.aborted) abandon();
  signal?.addEventListener('abort', abandon, { once: true });
  const result: Exchange = { status: null, headers: {}, body: new Uint8Array(), cut: false, fault: null, code: '' };
  try {
    const asked = agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers,
      reset: false, // undici closes the connection after every HEAD unless told not to
      signal: stop.signal,
    });
    const response = await Promise.race([asked, aborted(stop.signal)]);
    result.status = response.statusCode;
    result.headers = response.headers;
    Object.assign(result, await readBody(response.body, limit));
  } catch (error) {
    signal?.throwIfAborted();
    result.code = errorCode(error);
    result.fault = late ? 'timed-out' : outcomeOfFailure(result.code, result.status !== null);
  } finally {
    callOff();
    signal?.removeEventListener('abort', abandon);
  }
  return result;
}

/** undici notices an abort only once the connection stands; a visitor's patience is over at once. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function readBody(stream: AsyncIterable<Uint8Array>, limit: number): Promise<{ body: Uint8Array; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break; // leaving the loop destroys the stream and frees the connection
  }
  const body = chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks, size);
  return size > limit ? { body: body.subarray(0, limit), cut: true } : { body, cut: false };
}
