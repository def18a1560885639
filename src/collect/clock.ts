import type { Instant } from '../core/date.ts';

/** The monitored moment and the only way a scan lets time pass between two looks. */
export interface Clock {
  now(): Instant;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The time by which the collector keeps its pace and its patience. One for all that share a `Net`, so that a whole day
 * of pauses and slow answers can be run through in less than a day.
 */
export interface Ticker {
  /** Milliseconds since 1970, never going back; the same for all processes of a machine. */
  now(): number;
  /** Calls once, after this many milliseconds; calling what is returned calls it off. */
  after(ms: number, call: () => void): () => void;
}

export const realTicker: Ticker = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

export const realClock: Clock = {
  now: () => new Date().toISOString(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const abandon = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', abandon);
        resolve();
      }, ms);
      signal?.addEventListener('abort', abandon, { once: true });
    }),
};

/** A clock for replays: it stands still, and waiting moves it on at once. */
export function simulatedClock(start: Instant): Clock {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms).toISOString(),
    async wait(duration, signal) {
      signal?.throwIfAborted();
      ms += duration;
    },
  };
}
