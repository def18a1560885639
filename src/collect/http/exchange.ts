import type { Dispatcher } from 'undici';
import type { Ticker } from '../clock.ts';
import { attempt, type Exchange, type ExchangeRequest } from './attempt.ts';

/** Never rejects for a network reason; rejects when `signal` is aborted. */
export async function exchange(agent: Dispatcher, request: ExchangeRequest, ticker: Ticker): Promise<Exchange> {
  const started = ticker.now();
  const first = await attempt(agent, request, ticker);
  // A kept-alive connection may have been closed by the server just as we used it: visitors' browsers ask again, so do we, once.
  const stale = first.status === null && (first.code === 'UND_ERR_SOCKET' || first.code === 'ECONNRESET' || first.code === 'EPIPE');
  const left = request.totalMs - (ticker.now() - started);
  return stale && left > 0 ? attempt(agent, { ...request, totalMs: left }, ticker) : first;
}
