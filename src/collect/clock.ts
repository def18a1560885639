import type { Instant } from '../core/date.ts';

/** The monitored moment and the only way a scan lets time pass between two looks. */
export interface Clock {
  now(): Instant;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

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
