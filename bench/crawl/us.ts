import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { crawlSite, fileFrontier, fileMemory, openNet, packStore, realClock } from '../../src/collect/index.ts';

/** One crawl of the bench site in a process of its own: `node us.ts ORIGIN FOLDER [--evidence] [--memory]`; prints its figures. */
const [, , origin = '', folder = ''] = process.argv;
const flag = (name: string): boolean => process.argv.includes(name);
mkdirSync(folder, { recursive: true });
const net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, perHost: 32, backOffMs: 10, obeyRobots: false });
const blobs = flag('--evidence') ? packStore(join(folder, 'evidence.log')) : null;
const memory = flag('--memory') ? fileMemory(join(folder, 'memory.log')) : null;
const began = performance.now();
let reading = 0;
let summary = null;
for await (const step of crawlSite(
  { home: `${origin}/index.html` },
  {
    net,
    blobs,
    memory,
    frontier: fileFrontier(folder),
    clock: realClock,
    settings: { concurrency: 32, others: false, apartMs: 100, maxPages: 1_000_000, maxAddresses: 3_000_000 },
  },
)) {
  if (step.pages.length > 0) reading = (performance.now() - began) / 1_000;
  summary = step.summary;
}
blobs?.close();
memory?.close();
const seconds = (performance.now() - began) / 1_000;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const dead = summary?.failures.map(({ url }) => url) ?? [];
await net.close();
process.stdout.write(
  JSON.stringify({ pages: summary?.pages, dead, seconds, reading, cpuMs: (userCPUTime + systemCPUTime) / 1_000, peakMb: maxRSS / 1_024 }),
  () => process.exit(0),
);
