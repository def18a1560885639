import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../src/app/open.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { connect } from '../../src/store/connect.ts';
import { type FastTime, virtualNow } from './clock.ts';
import type { Visit } from './hosts.ts';
import { startFastWorker } from './work.ts';

/** A worker process of the bench; told everything in its one argument, says at its end what it used. */
export interface WorkerOrder {
  name: string;
  url: string;
  home: string;
  time: FastTime;
  scansAtOnce: number;
}
export interface WorkerUse {
  cpuMs: number;
  peakMb: number;
}

const order = JSON.parse(process.argv[2] as string) as WorkerOrder;
const db = connect(order.url);
const app: App = {
  db,
  databaseUrl: order.url,
  blobs: folderStore(join(order.home, 'evidence')),
  config: { home: order.home, databaseUrl: order.url, allowNetworks: [], host: '', port: 0, contact: null },
  now: () => new Date(virtualNow(order.time)).toISOString(),
  close: () => db.destroy(),
};
const file = join(order.home, `visits-${order.name}.jsonl`);
let lines: string[] = [];
const flush = (): void => {
  if (lines.length > 0) appendFileSync(file, `${lines.join('\n')}\n`);
  lines = [];
};
const note = ({ host, begun, ended, status, restMs }: Visit): void => {
  lines.push(JSON.stringify([host, Math.round(begun), Math.round(ended), status, restMs]));
  if (lines.length >= 5_000) flush();
};
const worker = await startFastWorker(app, order.time, order.scansAtOnce, note);
let stopping = false;
process.on('message', async () => {
  if (stopping) return;
  stopping = true;
  await worker.stop();
  await app.close();
  flush();
  const { user, system } = process.cpuUsage();
  const use: WorkerUse = { cpuMs: (user + system) / 1_000, peakMb: process.resourceUsage().maxRSS / 1_024 };
  process.send?.(use, () => process.exit(0));
});
process.send?.('ready');
