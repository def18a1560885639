import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../app/config.ts';
import { openApp } from '../app/open.ts';
import { tick } from '../app/runs/tick.ts';
import { startQueue } from '../store/queue.ts';
import { runProcess } from './process.ts';

const EVERY_MS = 30_000;

/** The scheduler: asks every half minute what is due. One is enough; two do no harm. */
runProcess(async () => {
  const root = process.env.MINGCHA_ROOT ?? join(import.meta.dirname, '..', '..');
  const app = await openApp(readConfig(process.env, root), { adoptOnly: true });
  const note = (error: unknown): void =>
    void process.stderr.write(`${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  const queue = await startQueue(app.databaseUrl, note);
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      // A round that fails (a database that restarts) is tried again in the next.
      await tick(app, queue).catch(note);
      await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    ready: { pid: process.pid },
    async stop() {
      stopping.abort();
      await loop;
      await queue.stop();
      await app.close();
    },
  };
});
