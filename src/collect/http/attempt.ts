import type { Dispatcher } from 'undici';
import type { Outcome } from '../../evidence/outcome.ts';
import type { Ticker } from '../clock.ts';
import { createBody } from './body.ts';
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

/**
 * One request, sent once. It takes the answer as the connection gives it: undici's own `request` makes a stream, an
 * iterator and a dozen promises of every answer, which cost a crawl as much as reading the pages.
 * Never rejects for a network reason; rejects when `signal` is aborted.
 */
export function attempt(agent: Dispatcher, request: ExchangeRequest, ticker: Ticker): Promise<Exchange> {
  const { url, method, headers, limit, totalMs, signal } = request;
  const result: Exchange = { status: null, headers: {}, body: new Uint8Array(), cut: false, fault: null, code: '' };
  return new Promise((resolve, reject) => {
    let body = createBody(limit);
    let ended = false;
    let under: Dispatcher.DispatchController | null = null;

    /** False when it had ended before. undici notices an abort only once the connection stands; a visitor's patience is over at once. */
    const end = (): boolean => {
      if (ended) return false;
      ended = true;
      callOff();
      signal?.removeEventListener('abort', abandon);
      return true;
    };
    const breakOff = (): void => under?.abort(new Error('broken off'));
    const fail = (code: string, late: boolean): void => {
      if (!end()) return;
      result.code = code;
      result.fault = late ? 'timed-out' : outcomeOfFailure(code, result.status !== null);
      resolve(result);
    };
    const abandon = (): void => {
      if (!end()) return;
      breakOff();
      reject(signal?.reason);
    };
    const callOff = ticker.after(Math.max(1, totalMs), () => {
      fail('ABORT_ERR', true);
      breakOff();
    });
    if (signal?.aborted) {
      abandon();
      return;
    }
    signal?.addEventListener('abort', abandon, { once: true });

    const asked: Dispatcher.DispatchOptions = { origin: url.origin, path: url.pathname + url.search, method, headers };
    // undici closes the connection after every HEAD unless told not to
    agent.dispatch(
      { ...asked, reset: false },
      {
        onRequestStart(controller) {
          under = controller;
          if (ended) breakOff();
          body = createBody(limit);
        },
        onResponseStart(_, status, received) {
          if (status < 200) return; // an early hint; the answer follows
          result.status = status;
          result.headers = received;
        },
        onResponseData(_, chunk) {
          if (ended) return;
          body.add(chunk);
          if (!body.cut || !end()) return;
          result.body = body.bytes();
          result.cut = true;
          breakOff();
          resolve(result);
        },
        onResponseEnd() {
          if (!end()) return;
          result.body = body.bytes();
          resolve(result);
        },
        onResponseError: (_, error) => fail(errorCode(error), false),
      },
    );
  });
}
