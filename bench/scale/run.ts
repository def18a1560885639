import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { App } from '../../src/app/open.ts';
import { tick } from '../../src/app/runs/tick.ts';
import { instantOf } from '../../src/core/date.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { openDatabase } from '../../src/store/database.ts';
import { startQueue } from '../../src/store/queue.ts';
import { writeRegister } from '../../src/store/register.ts';
import type { Db } from '../../src/store/schema.ts';
import { putSetting } from '../../src/store/settings.ts';
import { type FastTime, virtualNow } from './clock.ts';
import { type DatabaseUse, databaseUse } from './database-use.ts';
import type { Visit } from './hosts.ts';
import { PER_AREA } from './model.ts';
import { checkPoliteness } from './politeness.ts';
import { databaseSize, looked, queueState, tableSizes } from './questions.ts';
import { registers } from './register.ts';
import type { WorkerOrder, WorkerUse } from './worker.ts';

/**
 * A day of simulated sites, planned by the real scheduler and worked by the real queue and workers on fast time:
 * `node bench/scale/run.ts [--sites 14000] [--areas 100] [--from 00:00] [--hours 24] [--speed 40] [--workers 2] [--scans 96]`.
 * Small: `--sites 1400 --areas 10 --from 05:50 --hours 2.4`. Prints its figures as one JSON object; progress goes to stderr.
 */
const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const sites = Number(option('sites', '14000'));
const areas = Number(option('areas', String(Math.ceil(sites / PER_AREA))));
const hours = Number(option('hours', '24'));
const speed = Number(option('speed', '40'));
const workers = Number(option('workers', '2'));
const scansAtOnce = Number(option('scans', '96'));
const DAY = '2026-11-20';
const from = option('from', '00:00');
/** As often as the real scheduler, in virtual time, but not so often that its questions become the load. */
const TICK_EVERY_MS = Math.max(30_000 / speed, 2_000);
/** Real time for which a busy process may hold up a request that has had its turn. */
const BUSY_MS = 25;
const REPORT_EVERY = 10;
const HOUR_MS = 3_600_000;

const home = mkdtempSync(join(tmpdir(), 'mingcha-bench-scale-'));
chmodSync(home, 0o755); // the database's own account must get in when root runs this
const database = await openDatabase({ home });
const say = (text: string): void => void process.stderr.write(`${text}\n`);
async function day(db: Db, url: string) {
  const set = performance.now();
  for (const register of registers(sites, areas)) {
    await writeRegister(db, register);
    await putSetting(db, register.areas[0]?.id as string, 'scheduled', true);
  }
  await sql`vacuum analyze`.execute(db);
  say(`register written in ${Math.round((performance.now() - set) / 1000)} s`);
  const postmaster = Number(readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const before = databaseUse(postmaster);
  const sizeBefore = await databaseSize(db);

  const time: FastTime = { realStart: performance.timeOrigin + performance.now(), virtualStart: Date.parse(instantOf(DAY, from)), speed };
  const now = (): string => new Date(virtualNow(time)).toISOString();
  const config = { home, databaseUrl: url, allowNetworks: [], host: '', port: 0, contact: null };
  const app: App = { db, databaseUrl: url, blobs: folderStore(join(home, 'evidence')), config, now, close: async () => undefined };
  const queue = await startQueue(url, (error) => say(error.message), speed);
  const staff = await Promise.all(Array.from({ length: workers }, (_, i) => startWorker({ name: `w${i}`, url, home, time, scansAtOnce })));

  const own = process.cpuUsage();
  const ticks: number[] = [];
  const depth: { at: string; ready: number; resting: number; active: number; looked: number }[] = [];
  const end = time.virtualStart + hours * HOUR_MS;
  let allLookedAt: string | null = null;
  let peak: DatabaseUse = before;
  for (let round = 0; virtualNow(time) < end; round++) {
    const began = performance.now();
    await tick(app, queue);
    const took = performance.now() - began;
    ticks.push(took);
    if (round % REPORT_EVERY === 0) {
      const state = await queueState(db);
      const use = databaseUse(postmaster);
      peak = { cpuMs: use.cpuMs, memoryMb: Math.max(peak.memoryMb, use.memoryMb) };
      depth.push({ at: shanghai(now()), ...state });
      say(
        `${shanghai(now())} ready ${state.ready} resting ${state.resting} active ${state.active} looked at ${state.looked}; tick ${Math.round(took)} ms`,
      );
      if (allLookedAt === null && state.looked === sites) allLookedAt = shanghai(now());
    }
    await sleep(Math.max(0, TICK_EVERY_MS - took));
  }
  const realS = (performance.timeOrigin + performance.now() - time.realStart) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const use = await Promise.all(staff.map(stopWorker));
  const databaseCpu = databaseUse(postmaster).cpuMs - before.cpuMs;
  await queue.stop();
  const state = await queueState(db);
  const counts = await looked(db);
  const cpuMs = use.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const visits = readVisits();
  return {
    sites,
    areas,
    workers,
    scansAtOnce,
    speed,
    hours,
    realS: Math.round(realS),
    dailyDone: state.looked,
    lastDailyEnd: counts.lastDailyEnd && shanghai(counts.lastDailyEnd),
    allLookedAtSeen: allLookedAt,
    targets: counts.targets,
    jobs: counts.jobs,
    jobsPerRealS: Math.round(counts.jobs / realS),
    politeness: checkPoliteness(visits, BUSY_MS * speed),
    workerCpuS: Math.round(cpuMs / 1_000),
    databaseCpuS: Math.round(databaseCpu / 1_000),
    cpuMsPerJob: +((cpuMs + databaseCpu) / Math.max(1, counts.jobs)).toFixed(1),
    cpuMsPerRequest: +((cpuMs + databaseCpu) / Math.max(1, visits.length)).toFixed(2),
    workerPeakMb: use.map(({ peakMb }) => Math.round(peakMb)),
    databasePeakMb: Math.round(peak.memoryMb),
    databaseMb: { before: sizeBefore, after: await databaseSize(db), tables: await tableSizes(db) },
    schedulerCpuS: +((user + system) / 1e6).toFixed(1),
    ticks: ticks.length,
    tickMs: { median: Math.round(quantile(ticks, 0.5)), p95: Math.round(quantile(ticks, 0.95)), worst: Math.round(Math.max(...ticks)) },
    depth: depth.filter((_, i) => i % Math.ceil(depth.length / 24) === 0),
  };
}

async function startWorker(order: WorkerOrder): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), JSON.stringify(order)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

async function stopWorker(child: ChildProcess): Promise<WorkerUse> {
  child.send('stop');
  const [use] = (await once(child, 'message')) as [WorkerUse];
  return use;
}

function readVisits(): Visit[] {
  return Array.from({ length: workers }, (_, i) => readFileSync(join(home, `visits-w${i}.jsonl`), 'utf8').split('\n')).flatMap((lines) =>
    lines.filter(Boolean).map((line) => {
      const [host, begun, ended, status, restMs] = JSON.parse(line) as [string, number, number, number, number];
      return { host, begun, ended, status, restMs };
    }),
  );
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
const shanghai = (at: string): string => new Date(Date.parse(at) + 8 * HOUR_MS).toISOString().slice(11, 19);

try {
  process.stdout.write(`${JSON.stringify(await day(database.db, database.url), null, 2)}\n`);
} finally {
  await database.close();
  if (!process.argv.includes('--keep')) rmSync(home, { recursive: true, force: true });
}
