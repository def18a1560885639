import type { Dispatcher } from 'undici';
import type { Outcome } from '../../evidence/outcome.ts';
import type { Ticker } from '../clock.ts';
import { attempt } from './attempt.ts';

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
