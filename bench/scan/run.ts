/**
 * What keeping costs: the same scan of a site of 2,641 pages with its frontier in memory and nothing kept, as it was kept
 * before (all addresses in one growing checkpoint, every half second), and as it is kept now. All ways take turns, so that
 * a busy machine is busy for all of them.
 *
 *   node bench/scan/run.ts [turns]
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { keepScan } from '../../src/app/runs/keep-scan.ts';
import { knownBefore } from '../../src/app/runs/known.ts';
import { simulatedClock } from '../../src/collect/clock.ts';
import { openNet } from '../../src/collect/http/open-net.ts';
import type { SiteStep } from '../../src/collect/site/job.ts';
import { lookAtSite } from '../../src/collect/site/look-at-site.ts';
import type { Fact } from '../../src/evidence/fact.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { connect } from '../../src/store/connect.ts';
import { ensureServer, stopServer } from '../../src/store/embedded/server.ts';
import { insertFacts } from '../../src/store/facts.ts';
import { migrate } from '../../src/store/migrate.ts';
import { writeRegister } from '../../src/store/register.ts';
import { createRun } from '../../src/store/runs.ts';
import { claimTarget, saveProgress, type Target } from '../../src/store/targets.ts';
import { startLargeSite } from '../../tests/support/large-site.ts';
import { WORLD } from '../../tests/support/store-world.ts';

const TURNS = Number(process.argv[2] ?? 3);
const OLD_KEEP_MS = 500;
const OLD_KEEP_FACTS = 200;

const home = mkdtempSync(join(tmpdir(), 'mingcha-bench-'));
chmodSync(home, 0o755);
const { url } = await ensureServer(home);
const db = connect(url);
await migrate(db);
await writeRegister(db, WORLD.register);
const site = await startLargeSite();
const origin = `http://127.0.0.1:${site.port}`;
const net = openNet({ allowNetworks: ['127.0.0.0/8'], paceMs: 0, perHost: 8 });
const day = '2022-11-30';
const siteId = WORLD.site.id;

type Way = 'memory' | 'checkpoint' | 'database';
type Take = (step: SiteStep) => Promise<void>;

/** Opens a target of its own for one scan. */
async function newTarget(n: number): Promise<Target> {
  const run = await createRun(db, {
    areaId: WORLD.county.id,
    day,
    kind: `bench-${n}`,
    createdAt: new Date().toISOString(),
    targets: [{ channelId: siteId, host: 'h' }],
  });
  return (await claimTarget(db, { runId: run.id, channelId: siteId }, new Date().toISOString())) as Target;
}

async function scan(way: Way, n: number): Promise<{ ms: number; cpuMs: number; facts: number; checkpointKb: number }> {
  const target = await newTarget(n);
  await sql`delete from page_memory`.execute(db); // every turn is a first visit
  const keeper = way === 'database' ? await keepScan({ db }, { target, siteId, reader: 'scan' }) : null;
  let facts = 0;
  let checkpointKb = 0;
  let waiting: Fact[] = [];
  let keptAt = performance.now();
  const keepOld = async (step: SiteStep): Promise<void> => {
    const { checkpoint, progress } = step;
    checkpointKb += JSON.stringify(checkpoint).length / 1_024;
    const batch = waiting;
    waiting = [];
    await db.transaction().execute(async (trx) => {
      await insertFacts(trx, batch, target.runId);
      await saveProgress(trx, target, { ...progress, checkpoint });
    });
    keptAt = performance.now();
  };
  const take: Record<Way, Take> = {
    memory: async () => undefined,
    async checkpoint(step) {
      waiting.push(...step.facts);
      if (waiting.length >= OLD_KEEP_FACTS || performance.now() - keptAt >= OLD_KEEP_MS || step.summary) await keepOld(step);
    },
    async database({ facts: found, progress, spent, notes }) {
      await keeper?.add({ facts: found, progress, checkpoint: () => ({ spent }), notes: notes === null ? [] : [notes] });
    },
  };
  const began = performance.now();
  const cpu = process.cpuUsage();
  const columns = site.lists.map((list, i) => ({ id: `c${i}`, url: origin + list, minimumPerYear: null }));
  const steps = lookAtSite(
    { site: { id: siteId, url: `${origin}/` }, columns, day },
    {
      net,
      blobs: folderStore(join(home, `evidence-${n}`)),
      clock: simulatedClock(`${day}T09:00:00.000Z`),
      settings: { probes: 0 },
      ...(keeper ? { frontier: () => keeper.frontier, memory: keeper.memory, known: knownBefore(db, siteId, day) } : {}),
    },
  );
  for await (const step of steps) {
    facts += step.facts.length;
    await take[way](step);
  }
  await keeper?.flush();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1_000, facts, checkpointKb };
}

const WAYS: readonly Way[] = ['memory', 'checkpoint', 'database'];
const best = new Map<Way, { ms: number; cpuMs: number; facts: number; checkpointKb: number }>();
let n = 0;
for (let turn = 0; turn <= TURNS; turn++) {
  for (const way of WAYS) {
    const took = await scan(way, n++);
    if (turn === 0) continue; // until everything is compiled
    const known = best.get(way);
    best.set(way, known ? { ...took, ms: Math.min(took.ms, known.ms), cpuMs: Math.min(took.cpuMs, known.cpuMs) } : took);
  }
}
const plain = best.get('memory');
console.log(`${site.pages} pages, ${TURNS} turns, the best of each; CPU is that of this process, site and collector, without PostgreSQL`);
for (const way of WAYS) {
  const { ms, cpuMs, facts, checkpointKb } = best.get(way) as NonNullable<typeof plain>;
  console.log(
    `${way.padEnd(10)} ${(ms / 1_000).toFixed(2)} s (× ${(ms / (plain?.ms ?? ms)).toFixed(2)})  CPU ${(cpuMs / 1_000).toFixed(2)} s ` +
      `(× ${(cpuMs / (plain?.cpuMs ?? cpuMs)).toFixed(2)})  ${facts} facts  checkpoints written ${Math.round(checkpointKb)} KB`,
  );
}
await net.close();
await site.close();
await db.destroy();
await stopServer(home);
rmSync(home, { recursive: true, force: true });
