import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FastTime, virtualNow } from '../../bench/scale/clock.ts';
import type { Visit } from '../../bench/scale/hosts.ts';
import { mannerOf, siteModel } from '../../bench/scale/model.ts';
import { checkPoliteness } from '../../bench/scale/politeness.ts';
import { registers } from '../../bench/scale/register.ts';
import { startFastWorker } from '../../bench/scale/work.ts';
import type { App } from '../../src/app/open.ts';
import { startRun } from '../../src/app/runs/start-run.ts';
import { instantOf } from '../../src/core/date.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { type Queue, startQueue } from '../../src/store/queue.ts';
import { writeRegister } from '../../src/store/register.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/** Sites of every size and manner, and some of the forty that share one host. */
const NUMBERS = [...Array.from({ length: 20 }, (_, i) => i + 25), ...Array.from({ length: 20 }, (_, i) => i + 80)];
const SPEED = 60;
/** Real time for which a busy machine may hold up a request that has had its turn. */
const BUSY_MS = 8;
const LIMIT_MS = 400_000;

describe('a morning of forty simulated sites, on fast time', () => {
  const home = mkdtempSync(join(tmpdir(), 'mingcha-scale-'));
  const visits: Visit[] = [];
  let database: TestDatabase;
  let queue: Queue;
  let app: App;
  let areaId: string;
  let worker: Awaited<ReturnType<typeof startFastWorker>>;
  beforeAll(async () => {
    database = await testDatabase();
    const [whole] = registers(140, 1);
    if (!whole) throw new Error('no register');
    const urls = new Set(NUMBERS.map((number) => siteModel(number).url));
    const sites = whole.sites.filter(({ url }) => urls.has(url));
    const ids = new Set(sites.map(({ id }) => id));
    await writeRegister(database.db, { ...whole, sites, columns: whole.columns.filter(({ siteId }) => ids.has(siteId)) });
    areaId = whole.areas[0]?.id as string;
    const time: FastTime = {
      realStart: performance.timeOrigin + performance.now(),
      virtualStart: Date.parse(instantOf('2026-11-20', '06:00')),
      speed: SPEED,
    };
    const config = { home, databaseUrl: database.url, allowNetworks: [], host: '', port: 0, contact: null };
    const now = (): string => new Date(virtualNow(time)).toISOString();
    app = { db: database.db, databaseUrl: database.url, blobs: folderStore(home), config, now, close: async () => undefined };
    queue = await startQueue(database.url, () => undefined, SPEED);
    worker = await startFastWorker(app, time, 96, (visit) => visits.push(visit));
  });
  afterAll(async () => {
    await worker?.stop();
    await queue?.stop();
    await database?.drop();
    rmSync(home, { recursive: true, force: true });
  });

  it('all are looked at, and no host is asked more often than its pace, nor while it rests, nor by more lines than it has', {
    timeout: 420_000,
  }, async () => {
    await startRun(app, queue, areaId, '2026-11-20', 'daily');
    const ends = Date.now() + LIMIT_MS;
    const states = async () =>
      (
        await sql<{ state: string; n: number }>`
          select t.state, count(*) as n from scan_target t join scan_run r on r.id = t.run_id where r.kind = 'daily' group by 1`.execute(
          database.db,
        )
      ).rows;
    while ((await states()).some(({ state }) => state !== 'done') && Date.now() < ends) await sleep(200);
    expect(await states()).toEqual([{ state: 'done', n: NUMBERS.length }]);
    const found = checkPoliteness(visits, BUSY_MS * SPEED);
    // Between two single requests a busy machine on fast time may lose half a second; over ten of them it cannot hide a wrong pace.
    expect(found).toMatchObject({ tooMany: 0, duringRest: 0 });
    expect(found.mostAtOnce).toBeLessThanOrEqual(4);
    expect(found.requests).toBeGreaterThan(500);
    const hosts = NUMBERS.map((number) => new URL(siteModel(number).url).hostname);
    expect(new Set(hosts.map(mannerOf)).size).toBeGreaterThanOrEqual(4);
    expect(visits.some(({ restMs }) => restMs > 0)).toBe(true);
  });
});
