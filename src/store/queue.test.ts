import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { runTypeScript } from '../../tests/support/run-typescript.ts';
import { upsertAreas } from './areas.ts';
import { enqueueScans, type Queue, requeueLost, type ScanJob, startQueue } from './queue.ts';
import { createRun } from './runs.ts';
import type { Db } from './schema.ts';
import { finishTarget } from './targets.ts';
import { workScans } from './work-scans.ts';

const scan = (channelId: string, host: string): ScanJob => ({ runId: 'run', channelId, host });
async function anArea(db: Db) {
  const area = { id: 'area_1', name: '某县', level: 'county' as const, parentId: null };
  await upsertAreas(db, [area]);
  return area;
}
const LIMIT_MS = 120_000;
const never = async () => {
  throw new Error('not expected');
};

describe('queue of scans', () => {
  let database: TestDatabase;
  let queue: Queue;
  let workers: ChildProcess[];
  beforeEach(async () => {
    database = await testDatabase();
    await sql`create table scan_log (id serial, worker text, host text, channel text, began timestamptz default clock_timestamp(), ended timestamptz)`.execute(
      database.db,
    );
    queue = await startQueue(database.url, () => {});
    workers = [];
  });
  afterEach(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await queue.stop(1_000);
    await database.drop();
  });

  async function startWorker(name: string, milliseconds: number, concurrency: number): Promise<ChildProcess> {
    const worker = spawn(...runTypeScript('tests/support/scan-worker.ts', database.url, name, String(milliseconds), String(concurrency)), {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    workers.push(worker);
    await once(worker.stdout as NodeJS.ReadableStream, 'data');
    return worker;
  }

  async function ended(count: number): Promise<void> {
    const deadline = Date.now() + LIMIT_MS;
    for (;;) {
      const { rows } = await sql<{ n: number }>`select count(distinct channel) as n from scan_log where ended is not null`.execute(
        database.db,
      );
      if ((rows[0]?.n ?? 0) >= count) return;
      if (Date.now() > deadline) throw new Error(`only ${rows[0]?.n} of ${count} scans ended in ${LIMIT_MS} ms`);
      await sleep(100);
    }
  }

  it('is in the transaction: rolled back nothing, committed one, asked twice one', async () => {
    const count = async () =>
      (await sql<{ n: number }>`select count(*) as n from pgboss.job where name = 'scan-channel'`.execute(database.db)).rows[0]?.n;
    const failing = database.db.transaction().execute(async (trx) => {
      await enqueueScans(queue, trx, [scan('c1', 'a.gov.cn')]);
      throw new Error('roll back');
    });
    await expect(failing).rejects.toThrow('roll back');
    expect(await count()).toBe(0);
    await database.db.transaction().execute((trx) => enqueueScans(queue, trx, [scan('c1', 'a.gov.cn')]));
    await enqueueScans(queue, database.db, [scan('c1', 'a.gov.cn'), scan('c2', 'a.gov.cn')]);
    expect(await count()).toBe(2);
  });

  it('never runs two jobs of one host at once, over several processes', async () => {
    const jobs = Array.from({ length: 60 }, (_, i) => scan(`c${i}`, i < 20 ? 'big.gov.cn' : `h${i % 8}.gov.cn`));
    await Promise.all([startWorker('w1', 100, 4), startWorker('w2', 100, 4), startWorker('w3', 100, 4)]);
    await enqueueScans(queue, database.db, jobs);
    await ended(60);
    const { rows: overlaps } = await sql`
      select a.channel, b.channel as other from scan_log a join scan_log b
        on a.host = b.host and a.id < b.id and tstzrange(a.began, a.ended) && tstzrange(b.began, b.ended)`.execute(database.db);
    expect(overlaps).toEqual([]);
    const { rows } = await sql<{
      n: number;
      workers: number;
    }>`select count(*) as n, count(distinct worker) as workers from scan_log`.execute(database.db);
    expect(rows).toEqual([{ n: 60, workers: 3 }]);
  });

  it('gives the job of a killed worker to another', async () => {
    await enqueueScans(queue, database.db, [scan('c1', 'a.gov.cn')]);
    const first = await startWorker('first', 60_000, 1);
    while ((await sql`select from scan_log`.execute(database.db)).rows.length === 0) await sleep(50);
    first.kill('SIGKILL');
    const killedAt = Date.now();
    await startWorker('second', 10, 1);
    await ended(1);
    console.log(`taken up ${((Date.now() - killedAt) / 1000).toFixed(1)} s after the kill`);
    const { rows } = await sql`select worker, ended is not null as ended from scan_log order by id`.execute(database.db);
    expect(rows).toEqual([
      { worker: 'first', ended: false },
      { worker: 'second', ended: true },
    ]);
  });

  it('puts back what a stopping worker has in hand, for the next one at once', async () => {
    await enqueueScans(queue, database.db, [scan('c1', 'a.gov.cn')]);
    const first = await startWorker('first', 60_000, 1);
    while ((await sql`select from scan_log`.execute(database.db)).rows.length === 0) await sleep(50);
    first.kill('SIGTERM');
    const [code] = await once(first, 'exit');
    expect(code).toBe(0);
    const { rows } = await sql`select state, start_after <= now() as due from pgboss.job where state < 'completed'`.execute(database.db);
    expect(rows).toEqual([{ state: 'created', due: true }]);
    await startWorker('second', 10, 1);
    await ended(1);
  });

  it('puts back what it was just taking when it was told to stop', async () => {
    const stopped = await startQueue(database.url, () => {});
    const gate = new EventEmitter();
    const [taken, goOn] = [once(gate, 'taken'), once(gate, 'goOn')];
    const fetch = stopped.boss.fetch.bind(stopped.boss) as (...asked: unknown[]) => Promise<unknown[]>;
    stopped.boss.fetch = (async (...asked: unknown[]) => {
      const jobs = await fetch(...asked);
      if (jobs.length > 0) {
        gate.emit('taken');
        await goOn;
      }
      return jobs;
    }) as typeof stopped.boss.fetch;
    await enqueueScans(queue, database.db, [scan('c1', 'h1')]);
    // Saving where it stands takes its time.
    const saves = async (_job: ScanJob, signal: AbortSignal) => {
      await sleep(1_500);
      signal.throwIfAborted();
      return null;
    };
    workScans(stopped, saves, { concurrency: 4, onSpent: never });
    await taken;
    const ended = stopped.stop();
    gate.emit('goOn');
    await ended;
    const { rows } = await sql`select state, start_after <= now() as due from pgboss.job where state < 'completed'`.execute(database.db);
    expect(rows).toEqual([{ state: 'created', due: true }]);
  });

  it('tries a failing scan again', async () => {
    await enqueueScans(queue, database.db, [scan('c1', 'a.gov.cn')]);
    let calls = 0;
    const done = new Promise<void>((resolve) => {
      workScans(
        queue,
        async () => {
          calls += 1;
          if (calls === 1) throw new Error('passing trouble');
          resolve();
          return null;
        },
        { concurrency: 1, onSpent: never },
      );
    });
    await done;
    expect(calls).toBe(2);
  });

  it('puts back what is to be gone on with later, and its host is free meanwhile', async () => {
    for (const channel of ['resting', 'other']) await enqueueScans(queue, database.db, [scan(channel, 'a.gov.cn')]);
    const calls: string[] = [];
    await new Promise<void>((resolve) => {
      const handler = async (job: ScanJob) => {
        calls.push(job.channelId);
        if (job.channelId === 'resting' && calls.filter((channel) => channel === 'resting').length === 1) return { afterMs: 3_600_000 };
        // The hour is over when the other has had its turn.
        if (job.channelId === 'other') await sql`update pgboss.job set start_after = now() where start_after > now()`.execute(database.db);
        if (calls.length === 3) resolve();
        return null;
      };
      workScans(queue, handler, { concurrency: 2, onSpent: never });
    });
    expect(calls).toEqual(['resting', 'other', 'resting']);
  });

  it('queues again what lost its job, once, and leaves alone what has one or has ended', async () => {
    const run = await createRun(database.db, {
      areaId: (await anArea(database.db)).id,
      day: '2026-11-20',
      kind: 'daily',
      createdAt: '2026-11-20T01:00:00.000Z',
      targets: ['c1', 'c2', 'c3', 'c4'].map((channelId) => ({ channelId, host: 'a.gov.cn' })),
    });
    const of = (channelId: string): ScanJob => ({ runId: run.id, channelId, host: 'a.gov.cn' });
    await enqueueScans(queue, database.db, [of('c1'), of('c2')]);
    await sql`update pgboss.job set state = 'completed' where data ->> 'channelId' = 'c2'`.execute(database.db);
    await finishTarget(database.db, of('c4'), { state: 'done' }, '2026-11-20T01:00:00.000Z');
    expect(await requeueLost(queue, database.db)).toBe(2); // c2, whose work did not end with its job, and c3, never queued
    expect(await requeueLost(queue, database.db)).toBe(0);
  });

  it('gives a scan up after its attempts, and the host goes on', async () => {
    await enqueueScans(queue, database.db, [scan('bad', 'a.gov.cn'), scan('good', 'a.gov.cn')]);
    const spent: string[] = [];
    // As if five workers had died on it.
    await sql`update pgboss.job set retry_count = 5, state = 'retry', retry_limit = 1000 where data ->> 'channelId' = 'bad'`.execute(
      database.db,
    );
    const good = new Promise<string>((resolve) => {
      const handler = async (job: ScanJob) => {
        resolve(job.channelId);
        return null;
      };
      workScans(queue, handler, {
        concurrency: 1,
        onSpent: async (job) => void spent.push(job.channelId),
      });
    });
    expect(await good).toBe('good');
    expect(spent).toEqual(['bad']);
  });
});
