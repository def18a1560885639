import type { Clock, Ticker } from '../../src/collect/clock.ts';

/** One fast time for all processes of a bench run: so many virtual milliseconds in one of the machine's, from a common start. */
export interface FastTime {
  /** Moment of the machine at which the virtual one was `virtualStart`; both milliseconds since 1970. */
  realStart: number;
  virtualStart: number;
  speed: number;
}

const realNow = (): number => performance.timeOrigin + performance.now();

export const virtualNow = ({ realStart, virtualStart, speed }: FastTime): number => virtualStart + (realNow() - realStart) * speed;

export function fastTicker(time: FastTime): Ticker {
  return {
    now: () => virtualNow(time),
    after(ms, call) {
      const timer = setTimeout(call, ms / time.speed);
      return () => clearTimeout(timer);
    },
  };
}

export function fastClock(time: FastTime): Clock {
  return {
    now: () => new Date(virtualNow(time)).toISOString(),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        let callOff = (): void => undefined;
        const abandon = (): void => {
          callOff();
          reject(signal?.reason);
        };
        if (signal?.aborted) return abandon();
        callOff = fastTicker(time).after(ms, () => {
          signal?.removeEventListener('abort', abandon);
          resolve();
        });
        signal?.addEventListener('abort', abandon, { once: true });
      }),
  };
}
