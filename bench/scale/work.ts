import type { App } from '../../src/app/open.ts';
import { ASK_EVERY_MS, watchCrowd } from '../../src/app/runs/crowd.ts';
import { giveUpScan, type Worker, workScan } from '../../src/app/runs/work-scan.ts';
import { workerName } from '../../src/app/runs/worker-name.ts';
import { loadAccountAdapters } from '../../src/collect/accounts/load-adapters.ts';
import { openNet } from '../../src/collect/http/open-net.ts';
import { NET_DEFAULTS } from '../../src/collect/settings.ts';
import { startQueue } from '../../src/store/queue.ts';
import { workScans } from '../../src/store/work-scans.ts';
import { type FastTime, fastClock, fastTicker } from './clock.ts';
import { FakeAgent } from './fake-agent.ts';
import type { Visit } from './hosts.ts';

/** A worker as `startWorker` makes it, on fast time and with simulated hosts at the edge of the network. */
export async function startFastWorker(
  app: App,
  time: FastTime,
  scansAtOnce: number,
  note: (visit: Visit) => void,
): Promise<{ stop(): Promise<void> }> {
  const queue = await startQueue(app.databaseUrl, (error) => console.error(error.message), time.speed);
  const crowd = watchCrowd(app, (error) => console.error(error.message), ASK_EVERY_MS / time.speed);
  const agent = new FakeAgent(time, note);
  const net = openNet({
    ...NET_DEFAULTS,
    agents: { strict: agent, lenient: agent, close: async () => undefined },
    ticker: fastTicker(time),
    sharers: crowd.sharers,
    resolve: async () => [{ address: '203.0.113.1', family: 4 }],
  });
  const nets = { for: () => net, close: () => net.close() };
  const worker: Worker = { app, name: workerName(), nets, clock: fastClock(time), adapters: await loadAccountAdapters() };
  workScans(queue, (job, signal) => crowd.within(job, () => workScan(worker, job, signal)), {
    concurrency: scansAtOnce,
    onSpent: (job) => giveUpScan(worker, job),
  });
  return {
    async stop() {
      crowd.stop();
      await queue.stop();
      await net.close();
    },
  };
}
