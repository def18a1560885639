import { setTimeout as sleep } from 'node:timers/promises';
import { existingLayout } from './layout.ts';
import { stayConnected } from './probe.ts';
import { ensureServer } from './server.ts';

const AGAIN_MS = 2_000;

/**
 * Keeps the server of a home running: stays connected, and starts the server again whenever the connection ends.
 * `onTrouble` hears when it was gone and when it could not be started. `stop` ends the keeping, not the server.
 */
export function keepServer(home: string, onTrouble: (error: Error) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = (async () => {
    while (!signal.aborted) {
      try {
        await untilDisconnected((await ensureServer(home)).url, signal);
        if (!signal.aborted) onTrouble(new Error('the database server is gone and is started again'));
      } catch (error) {
        onTrouble(error as Error);
        await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
      }
      // A data folder that was taken away is not replaced by an empty one behind the operator's back.
      while (!signal.aborted && existingLayout(home) === null) await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

/** Connects, and waits until the connection ends, from whichever side, or the signal is given. Rejects when it cannot connect. */
async function untilDisconnected(url: string, signal: AbortSignal): Promise<void> {
  const { ended, end } = await stayConnected(url);
  const leave = (): void => void end();
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  await ended;
  signal.removeEventListener('abort', leave);
}
