import { join } from 'node:path';
import { readConfig } from '../app/config.ts';
import { openApp } from '../app/open.ts';
import { startWorker } from '../app/runs/start-worker.ts';
import { runProcess } from './process.ts';

/** A worker: takes scans from the queue and looks. Any number may run, on any machine that reaches the database. */
runProcess(async () => {
  const root = process.env.MINGCHA_ROOT ?? join(import.meta.dirname, '..', '..');
  const app = await openApp(readConfig(process.env, root), { adoptOnly: true });
  const worker = await startWorker(app, (error) => process.stderr.write(`${new Date().toISOString()} ${error.message}\n`));
  return {
    ready: { pid: process.pid },
    async stop() {
      await worker.stop();
      await app.close();
    },
  };
});
