import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { instantOf } from '../../core/date.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { putDuty } from '../../store/duty.ts';
import { listJudgements } from '../../store/judgements.ts';
import { type Queue, startQueue } from '../../store/queue.ts';
import { writeRegister } from '../../store/register.ts';
import { finishRunIfComplete } from '../../store/runs.ts';
import { putSetting } from '../../store/settings.ts';
import { finishTarget, listTargets } from '../../store/targets.ts';
import { raiseAlarm } from '../messages/raise-alarm.ts';
import type { App } from '../open.ts';
import { tick } from './tick.ts';

/** The scheduler's round on a moved clock, against the real database and queue; nothing works the jobs here. */
describe('one round of the scheduler', () => {
  const areaId = WORLD.county.id;
  const home = mkdtempSync(join(tmpdir(), 'mingcha-tick-'));
  let database: TestDatabase;
  let queue: Queue;
  let app: App;
  let now = instantOf('2026-11-20', '05:30');
  beforeAll(async () => {
    database = await testDatabase();
    await writeRegister(database.db, WORLD.register);
    queue = await startQueue(database.url, () => undefined);
    const config = { home, databaseUrl: database.url, allowNetworks: [], host: '', port: 0, contact: null };
    app = { db: database.db, databaseUrl: database.url, blobs: folderStore(home), config, now: () => now, close: async () => undefined };
  });
  afterAll(async () => {
    await queue.stop();
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const listRuns = () => database.db.selectFrom('scanRun').selectAll().where('areaId', '=', areaId).execute();
  const runs = async (): Promise<string[]> => (await listRuns()).map((run) => `${run.day} ${run.kind} ${run.state}`).sort();

  it('does nothing for an area that nobody has put on the schedule', async () => {
    await tick(app, queue);
    expect(await runs()).toEqual([]);
  });

  it('visits the home pages every hour, begins a sweep at night and the day after six', async () => {
    await putSetting(database.db, areaId, 'scheduled', true);
    await tick(app, queue);
    expect(await runs()).toEqual(['2026-11-20 probe-05 queued', '2026-11-20 sweep queued']);
    now = instantOf('2026-11-20', '09:10');
    await tick(app, queue);
    await tick(app, queue); // asked again, nothing is begun twice
    expect(await runs()).toEqual([
      '2026-11-20 daily queued',
      '2026-11-20 probe-05 queued',
      '2026-11-20 probe-09 queued',
      '2026-11-20 sweep queued',
    ]);
  });

  it('judges a day once its looks have ended, and only once', async () => {
    const daily = (await listRuns()).find((run) => run.kind === 'daily');
    for (const target of await listTargets(database.db, daily?.id ?? ''))
      await finishTarget(database.db, target, { state: 'not-run', reason: 'unreachable' }, now);
    await finishRunIfComplete(database.db, daily?.id ?? '', now);
    await tick(app, queue);
    await tick(app, queue);
    expect(await listJudgements(database.db, areaId)).toMatchObject([{ day: '2026-11-20' }]);
  });

  it('catches up after a night asleep with one run, not with those it missed', async () => {
    now = instantOf('2026-11-23', '11:00');
    await tick(app, queue);
    expect((await runs()).filter((run) => run.startsWith('2026-11-2') && !run.startsWith('2026-11-20'))).toEqual([
      '2026-11-23 daily queued',
      '2026-11-23 probe-11 queued',
    ]);
  });

  it('an area whose settings nobody can read holds up no other, and is named', async () => {
    await putSetting(database.db, WORLD.city.id, 'sweep', { everyDays: -1 });
    now = instantOf('2026-11-23', '12:00');
    await expect(tick(app, queue)).rejects.toThrow('本地区的设置“全站巡查”');
    expect(await runs()).toContain('2026-11-23 probe-12 queued');
    await putSetting(database.db, WORLD.city.id, 'sweep', { everyDays: 0 });
  });

  it('begins the channels of a run one after the other, not all at once', async () => {
    const { rows } = await sql<{ after: number[] }>`
      select array_agg(round(extract(epoch from start_after - created_on))::int order by start_after) as after from pgboss.job
      where data ->> 'runId' = ${(await listRuns()).find(({ day, kind }) => day === '2026-11-23' && kind === 'daily')?.id}
      `.execute(database.db);
    expect(rows[0]?.after.slice(0, 3)).toEqual([0, 20, 40]);
  });

  it('S02: passes an alarm that nobody answered on to the deputy of the roster', async () => {
    const day = '2026-11-23';
    await putDuty(database.db, areaId, [{ day, name: '王五', deputy: '赵六' }], { by: '张三', at: now });
    await raiseAlarm(database.db, areaId, { cause: 'a', title: '打不开', body: '', link: null, confidential: false, at: now });
    const told = async () =>
      (await database.db.selectFrom('message').select('recipient').orderBy('at').execute()).map((one) => one.recipient);
    now = instantOf(day, '12:29');
    await tick(app, queue);
    expect(await told()).toEqual(['王五']);
    now = instantOf(day, '12:30');
    await tick(app, queue);
    await tick(app, queue);
    expect(await told()).toEqual(['王五', '赵六']);
  });

  it('leaves a sample area, whose clock is simulated, alone', async () => {
    await putSetting(database.db, areaId, 'clock', 'simulated');
    now = instantOf('2026-11-24', '11:00');
    await tick(app, queue);
    expect((await runs()).filter((run) => run.startsWith('2026-11-24'))).toEqual([]);
  });
});
