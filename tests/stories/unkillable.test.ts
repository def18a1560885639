import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/open.ts';
import { startRun } from '../../src/app/runs/start-run.ts';
import { startWorker } from '../../src/app/runs/start-worker.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import type { BlobStore } from '../../src/evidence/store.ts';
import { connect } from '../../src/store/connect.ts';
import { ensureServer } from '../../src/store/embedded/server.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startQueue } from '../../src/store/queue.ts';
import { writeRegister } from '../../src/store/register.ts';
import { findRun, runId } from '../../src/store/runs.ts';
import type { Db } from '../../src/store/schema.ts';
import { putSetting } from '../../src/store/settings.ts';
import { listTargets } from '../../src/store/targets.ts';
import { siteId } from '../../src/subjects/channel.ts';
import { columnId } from '../../src/subjects/column.ts';
import { testDatabase } from '../support/database.ts';
import { killHard, newHome, until } from '../support/installation.ts';
import { type LargeSite, startLargeSite } from '../support/large-site.ts';
import { runTypeScript } from '../support/run-typescript.ts';
import { WORLD } from '../support/store-world.ts';

const DAY = '2022-11-30';
const AREA = WORLD.county.id;
const RUN = runId(AREA, DAY, 'daily');
const KILLS = 20;

/** What a scan comes to: every fact by its content, the end of the target, and nothing left of what was needed on the way. */
interface Result {
  facts: string[];
  targets: unknown;
  left: unknown;
}

describe('a scan of a large site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-unkillable-'));
  const workers: ChildProcess[] = [];
  let site: LargeSite;
  let undisturbed: Result;
  let askedUndisturbed: number;

  beforeAll(async () => {
    site = await startLargeSite();
    const database = await testDatabase();
    await begin(database.db, database.url);
    await startProcess(database.url, 'undisturbed');
    await ended(database.db);
    undisturbed = await resultOf(database.db);
    askedUndisturbed = site.asked();
    await endProcesses();
    await database.drop();
  });
  afterAll(async () => {
    await endProcesses();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('looks at every page', () => {
    expect(undisturbed.targets).toMatchObject([{ state: 'done', reason: null }]);
    expect(new Set(undisturbed.facts.filter((fact) => fact.startsWith('link')).map((fact) => fact.split(' ')[1])).size).toBe(
      site.pages + 2,
    );
    expect(undisturbed.left).toEqual({ addresses: 0, notes: 0 });
  });

  it(`comes to the same when its worker is killed ${KILLS} times`, async () => {
    const database = await testDatabase();
    const before = site.asked();
    site.answersAfter(40);
    await begin(database.db, database.url);
    const random = numbers(20_221_130);
    const moments = Array.from({ length: KILLS }, () => Math.floor((0.01 + 0.97 * random()) * askedUndisturbed)).sort((a, b) => a - b);
    let underWay = 0;
    const resumedAfter: number[] = [];
    let worker = await startProcess(database.url, 'killed');
    let next = standBy(database.url, 'killed');
    for (const [n, moment] of moments.entries()) {
      await until(() => site.asked() - before >= moment + underWay, `kill ${n + 1}`);
      underWay += site.underWay();
      worker.kill('SIGKILL');
      const killedAt = performance.now();
      await until(() => site.underWay() === 0, 'its requests are over');
      const asked = site.asked();
      worker = await begins(next);
      next = standBy(database.url, 'killed');
      await until(() => site.asked() > asked, 'another worker goes on');
      resumedAfter.push(performance.now() - killedAt);
    }
    site.answersAfter(0);
    await ended(database.db);
    const again = site.asked() - before - askedUndisturbed;
    const share = Math.max(0, again - underWay) / askedUndisturbed;
    console.log(
      `${KILLS} kills: ${again} of ${askedUndisturbed} requests came twice, ${underWay} of them under way when killed: ${(share * 100).toFixed(1)} % besides; ` +
        `gone on with after ${(Math.max(...resumedAfter) / 1_000).toFixed(1)} s at most`,
    );
    expect(await resultOf(database.db)).toEqual(undisturbed);
    // A busy machine takes longer to keep what it saw: the bound only tells a scan that goes on from one that begins again.
    expect(share).toBeLessThan(0.25);
    await endProcesses();
    await database.drop();
  }, 900_000);

  it('goes on in the same process when the database is killed and comes back', async () => {
    const { home, clear } = newHome();
    const { url } = await ensureServer(home, { durable: false });
    const db = connect(url, { max: 2 });
    await migrate(db);
    site.answersAfter(5);
    await begin(db, url);
    const before = site.asked();
    const worker = await startProcess(url, 'database');
    await until(() => site.asked() - before > 700, 'it is under way');
    killHard(home, 'postgres');
    await sleep(2_000);
    await ensureServer(home, { durable: false });
    await ended(db);
    expect(worker.exitCode ?? worker.signalCode).toBeNull();
    expect(await resultOf(db)).toEqual(undisturbed);
    console.log(`database killed: ${site.asked() - before - askedUndisturbed} of ${askedUndisturbed} requests came twice`);
    expect(site.asked() - before - askedUndisturbed).toBeLessThan(0.1 * askedUndisturbed);
    await endProcesses();
    await db.destroy();
    await clear();
  }, 900_000);

  it('is not run, for a reason of ours, when every attempt fails', async () => {
    const database = await testDatabase();
    site.answersAfter(0);
    await begin(database.db, database.url);
    let attempts = 0;
    const full: BlobStore = {
      ...folderStore(folder),
      put: async () => {
        attempts += 1;
        throw new Error('the disk is full');
      },
    };
    const worker = await startWorker(appOf(database.db, database.url, full), () => undefined);
    await until(async () => {
      // Nobody waits for the pauses between the attempts.
      await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(database.db);
      return (await findRun(database.db, RUN))?.state === 'done';
    }, 'the run ends');
    await worker.stop();
    expect(await listTargets(database.db, RUN)).toMatchObject([{ state: 'not-run', reason: 'attempts-spent', attempts: 5 }]);
    expect(attempts).toBeGreaterThanOrEqual(5);
    expect((await resultOf(database.db)).facts).toEqual([]);
    await database.drop();
  });

  /** Waits for their end: what they were writing is taken away next. */
  async function endProcesses(): Promise<void> {
    for (const worker of workers.splice(0)) {
      worker.kill('SIGKILL');
      await until(() => worker.exitCode !== null || worker.signalCode !== null, 'a killed worker is gone');
    }
  }
  const startProcess = (url: string, name: string): Promise<ChildProcess> => begins(standBy(url, name));
  function standBy(url: string, name: string): ChildProcess {
    const worker = spawn(...runTypeScript('tests/support/site-worker.ts', url, join(folder, name)), {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    workers.push(worker);
    return worker;
  }
  async function begins(worker: ChildProcess): Promise<ChildProcess> {
    worker.stdin?.write('begin\n');
    await new Promise((resolve) => worker.stdout?.once('data', resolve));
    return worker;
  }
  /** The site with its lists as columns, in an area of the simulated clock, so that two scans can be told apart by nothing but what went wrong. */
  async function begin(db: Db, url: string): Promise<void> {
    const address = `http://127.0.0.1:${site.port}`;
    const id = siteId(AREA, 'disclosure_site', WORLD.housing.name, `${address}/`);
    const columns = site.lists.map((list) => {
      const path = [`栏目${list}`];
      return {
        ...WORLD.column,
        siteId: id,
        id: columnId(id, path),
        path,
        parentId: null,
        level: 1,
        url: address + list,
        minimumPerYear: null,
      };
    });
    await writeRegister(db, { ...WORLD.register, sites: [{ ...WORLD.site, id, url: `${address}/` }], columns, accounts: [] });
    await putSetting(db, AREA, 'clock', 'simulated');
    const queue = await startQueue(url, () => undefined);
    await startRun(appOf(db, url, folderStore(folder)), queue, AREA, DAY, 'daily');
    await queue.stop();
  }
});

const ended = (db: Db): Promise<void> => until(async () => (await findRun(db, RUN).catch(() => null))?.state === 'done', 'the run ends');

async function resultOf(db: Db): Promise<Result> {
  const facts = await db.selectFrom('fact').select(['kind', 'subjectId', 'id', 'runId']).execute();
  const { rows } = await sql`
    select (select count(*) from scan_address) as addresses, (select count(*) from scan_note) as notes`.execute(db);
  const targets = await listTargets(db, RUN);
  return {
    facts: facts.map(({ kind, subjectId, id, runId: run }) => `${kind} ${subjectId} ${id} ${run}`).sort(),
    targets: targets.map(({ state, reason, done, total }) => ({ state, reason, done, total })),
    left: rows[0],
  };
}

function appOf(db: Db, databaseUrl: string, blobs: BlobStore): App {
  const config = { home: '', databaseUrl, allowNetworks: [], host: '127.0.0.1', port: 0, contact: null, browser: false };
  return { db, databaseUrl, blobs, config, now: () => new Date().toISOString(), close: async () => undefined };
}

/** Repeatable numbers in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
