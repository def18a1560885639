import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../open.ts';
import { deliverDue, openPost } from './deliver.ts';

/** Asked for messages this often. */
const POLL_MS = 3_000;

/** Begins to send messages in the background of a worker. Any number of workers share what waits. */
export function startDelivery(app: App, onError: (error: Error) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = (async () => {
    const post = await openPost(app);
    while (!signal.aborted) {
      await deliverDue(post, signal).catch((error: unknown) => {
        if (!signal.aborted) onError(error as Error);
      });
      await sleep(POLL_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  })().catch((error: unknown) => onError(error as Error));
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
