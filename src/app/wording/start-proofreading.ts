import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../open.ts';
import { readSomeDue } from './stock.ts';

/** Asked for work this often while there is none. */
const POLL_MS = 5_000;

/** Begins to read what is due in the background of a worker: what scans left over, and the stock. */
export function startProofreading(app: App, onError: (error: Error) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const turn = (): Promise<number> =>
    readSomeDue(app, signal).catch((error: unknown) => {
      if (!signal.aborted) onError(error as Error);
      return 0;
    });
  const loop = (async () => {
    while (!signal.aborted) if ((await turn()) === 0) await pause(POLL_MS, signal);
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
