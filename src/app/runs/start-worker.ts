import { join } from 'node:path';
import { loadAccountAdapters } from '../../collect/accounts/load-adapters.ts';
import { openBrowser } from '../../collect/browser/open-browser.ts';
import { realClock } from '../../collect/clock.ts';
import { clearUnfinished } from '../../evidence/folder-store.ts';
import { letGo, workersInHand } from '../../store/dead-workers.ts';
import { startQueue } from '../../store/queue.ts';
import { attemptsInVain } from '../../store/targets.ts';
import { MOST_ATTEMPTS, workScans } from '../../store/work-scans.ts';
import { browserFolder } from '../config.ts';
import { startDelivery } from '../messages/start-delivery.ts';
import type { App } from '../open.ts';
import { startProofreading } from '../wording/start-proofreading.ts';
import { watchCrowd } from './crowd.ts';
import { openNets } from './nets.ts';
import { giveUpScan, type Worker, workScan } from './work-scan.ts';
import { isDead, machine, workerName } from './worker-name.ts';

/** Hosts looked at side by side in one process; the pace of each host is its own. */
const SCANS_AT_ONCE = 24;
/** How often to look for killed workers of this machine; those of another machine are missed by their heartbeat. */
const WATCH_MS = 2_000;
/** What was begun to be written so long ago nobody writes any more. */
const LEFT_OVER_MS = 24 * 3_600_000;

/** Begins to take scans from the queue. `onError` hears of passing trouble; the worker goes on. */
export async function startWorker(
  app: App,
  onError: (error: Error) => void,
  scansAtOnce = SCANS_AT_ONCE,
): Promise<{ stop(): Promise<void> }> {
  const queue = await startQueue(app.databaseUrl, onError);
  const adapters = await loadAccountAdapters();
  const browser = app.config.browser ? openBrowser({ folder: browserFolder(app.config), onAbsent: onError }) : undefined;
  const giveBack = (): Promise<unknown> => letGoOfDead(app).catch(onError);
  await giveBack();
  await clearUnfinished(join(app.config.home, 'evidence'), Date.now() - LEFT_OVER_MS).catch(onError);
  const watch = setInterval(() => void giveBack(), WATCH_MS);
  const crowd = watchCrowd(app, onError);
  const proofreading = startProofreading(app, onError);
  const delivery = startDelivery(app, onError);
  const worker: Worker = {
    app,
    name: workerName(),
    nets: openNets(app.config, crowd.sharers),
    clock: realClock,
    adapters,
    ...(browser ? { browser } : {}),
  };
  workScans(queue, (job, signal) => crowd.within(job, () => workScan(worker, job, signal)), {
    concurrency: scansAtOnce,
    onSpent: (job) => giveUpScan(worker, job),
    isStuck: async (job) => (await attemptsInVain(app.db, job)) >= MOST_ATTEMPTS,
  });
  return {
    async stop() {
      clearInterval(watch);
      crowd.stop();
      // Side by side: what is in hand goes back at once, however long a letter on its way or a model that loads takes.
      await Promise.all([queue.stop(), proofreading.stop(), delivery.stop()]);
      await browser?.close();
      await worker.nets.close();
    },
  };
}

/** What dead workers of this machine had in hand is given back: their successor need not wait for their heartbeat to fail. */
async function letGoOfDead({ db }: App): Promise<void> {
  await letGo(db, (await workersInHand(db, machine())).filter(isDead));
}
