import { loadAccountAdapters } from '../../collect/accounts/load-adapters.ts';
import { openBrowser } from '../../collect/browser/open-browser.ts';
import { realClock } from '../../collect/clock.ts';
import { startQueue } from '../../store/queue.ts';
import { workScans } from '../../store/work-scans.ts';
import { browserFolder } from '../config.ts';
import type { App } from '../open.ts';
import { openNets } from './nets.ts';
import { giveUpScan, type Worker, workScan } from './work-scan.ts';

/** Hosts looked at side by side in one process; the pace of each host is its own. */
const SCANS_AT_ONCE = 24;

/** Begins to take scans from the queue. `onError` hears of passing trouble; the worker goes on. */
export async function startWorker(
  app: App,
  onError: (error: Error) => void,
  scansAtOnce = SCANS_AT_ONCE,
): Promise<{ stop(): Promise<void> }> {
  const queue = await startQueue(app.databaseUrl, onError);
  const adapters = await loadAccountAdapters();
  const browser = app.config.browser ? openBrowser({ folder: browserFolder(app.config), onAbsent: onError }) : undefined;
  const worker: Worker = { app, nets: openNets(app.config), clock: realClock, adapters, ...(browser ? { browser } : {}) };
  workScans(queue, (job, signal) => workScan(worker, job, signal), {
    concurrency: scansAtOnce,
    onSpent: (job) => giveUpScan(worker, job),
  });
  return {
    async stop() {
      await queue.stop();
      await browser?.close();
      await worker.nets.close();
    },
  };
}
