import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { homeFact, WORLD } from '../../../tests/support/store-world.ts';
import { instantOf } from '../../core/date.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { putDuty } from '../../store/duty.ts';
import { insertFacts } from '../../store/facts.ts';
import { listJudgements } from '../../store/judgements.ts';
import { openLookOrders } from '../../store/look-orders.ts';
import { type Queue, startQueue } from '../../store/queue.ts';
import { writeRegister } from '../../store/register.ts';
import { finishRunIfComplete } from '../../store/runs.ts';
import { putSetting } from '../../store/settings.ts';
import { finishTarget, listTargets } from '../../store/targets.ts';
import { orderLook } from '../look-now/order-look.ts';
import { planLook } from '../look-now/plan-look.ts';
import { viewLook } from '../look-now/view-look.ts';
import { raiseAlarm } from '../messages/raise-alarm.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { startRun } from './start-run.ts';
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

  describe('立即监测', () => {
    const DAY = '2026-11-26';
    const SATURDAY = '2026-11-28';
    const { site, account } = WORLD;
    const at = (time: string, day = DAY): void => {
      now = instantOf(day, time);
    };
    const caller = { role: 'centre', name: '王敏', areaId, unitId: null } as Caller;
    const ask = (channelIds: readonly string[] | null, whole = false, who = caller) => orderLook(app, areaId, { channelIds, whole }, who);
    const stateNow = async () => {
      const { order, next } = await viewLook(app, areaId, caller);
      return { ...order, state: order?.state.code, refusal: next.refusal?.message ?? null };
    };
    const runOf = async (kind: RegExp, day = DAY) => (await listRuns()).filter((run) => run.day === day && kind.test(run.kind));
    /** What workers do: each of the run's channels is seen. */
    const look = async (kind: RegExp, day = DAY): Promise<string> => {
      const run = (await runOf(kind, day)).find(({ state }) => state !== 'done');
      const runId = run?.id ?? '';
      for (const target of await listTargets(database.db, runId)) await finishTarget(database.db, target, { state: 'done' }, now);
      expect(await finishRunIfComplete(database.db, runId, now)).toBe(true);
      return runId;
    };
    const messages = async () =>
      (await database.db.selectFrom('message').selectAll().where('kind', '=', 'look').orderBy('at').execute()).map((one) => ({
        ...{ to: one.recipient, title: one.title, body: one.body },
      }));
    const problems = () => database.db.selectFrom('problem').select(['category', 'status']).where('areaId', '=', areaId).execute();
    beforeAll(() => putSetting(database.db, areaId, 'scheduled', false));
    afterAll(() => putSetting(database.db, areaId, 'scheduled', true));

    it('begins the day’s own run, whole, where the day has not been looked at, and keeps to what the page said', async () => {
      at('09:00');
      await expect(ask([site.id])).rejects.toMatchObject({ code: 'conflict' });
      await expect(ask([site.id], true, { ...caller, areaId: WORLD.city.id })).rejects.toMatchObject({ code: 'not-allowed' });
      expect(await ask([site.id], true)).toMatchObject({ channels: 3, spared: [] });
      await expect(ask(null, true)).rejects.toMatchObject({ code: 'conflict', message: '王敏安排的监测还没有完成。' });
      expect(await stateNow()).toMatchObject({ state: 'queued', by: '王敏', whole: true });
      // Whoever was killed when the run had been begun but not noted finds the same one.
      const { id } = await startRun(app, queue, areaId, DAY, 'daily');
      await tick(app, queue);
      expect([(await runOf(/./)).map((run) => run.kind), (await openLookOrders(database.db))[0]?.runId]).toEqual([['daily'], id]);
      expect(await stateNow()).toMatchObject({ state: 'queued', done: 0, total: 3, refusal: '今天的监测正在进行，已看 0/3。' });
      at('09:10');
      await look(/daily/);
      expect(await stateNow()).toMatchObject({ state: 'judging', done: 3 });
      await tick(app, queue);
      expect(await stateNow()).toMatchObject({ state: 'done', news: { found: 0, reopened: 0, gone: 0 }, refusal: null });
      expect(await listJudgements(database.db, areaId, DAY)).toHaveLength(1);
    });

    it('spares what was seen less than 30 minutes ago, and says from when on', async () => {
      at('09:39');
      const [early, onTime] = [new Date(Date.parse(instantOf(DAY, '09:40')) - 1).toISOString(), instantOf(DAY, '09:40')];
      now = early;
      await expect(ask(null)).rejects.toMatchObject({
        ...{ code: 'refused', message: '现在没有可以再看的：3个30分钟内刚看过。', next: '最早 09:40 以后可以再次监测。' },
      });
      now = onTime;
      await expect(ask([site.id, 'site_elsewhere'])).rejects.toMatchObject({ code: 'not-found' });
      expect(await ask([site.id])).toMatchObject({ channels: 1, spared: [] });
    });

    it('looks again at what was asked for, judges the day again, raises a problem once and tells who asked', async () => {
      await tick(app, queue);
      await tick(app, queue);
      expect(await runOf(/^again-/)).toHaveLength(1);
      at('09:50');
      const runId = await look(/^again-/);
      await insertFacts(database.db, [homeFact(now)], runId);
      await tick(app, queue);
      expect(await stateNow()).toMatchObject({ state: 'done', total: 1, news: { found: 1, reopened: 0, gone: 0 } });
      expect(await listJudgements(database.db, areaId, DAY)).toHaveLength(2);
      expect(await problems()).toEqual([{ category: 'home_stale', status: 'suspected' }]);
      expect(await messages()).toMatchObject([
        { to: '王敏', title: '立即监测已完成：没有新发现' },
        { to: '王敏', title: '立即监测已完成：新发现 1 条，待复核' },
      ]);
      // Seen a second time on the day it is the same problem still; the account seen at 09:10 has rested, the site at 09:50 has not.
      at('10:05');
      expect(await ask(null)).toMatchObject({ channels: 2, spared: [{ why: '30分钟内刚看过', count: 1 }] });
      await tick(app, queue);
      await insertFacts(database.db, [homeFact(now)], await look(/^again-/));
      await tick(app, queue);
      expect([(await stateNow()).news?.found, await problems()]).toEqual([0, [{ category: 'home_stale', status: 'suspected' }]]);
    });

    it('keeps to the hours and to what a site may be asked for in a day', async () => {
      at('18:00');
      const looking = { hours: { from: '08:00', to: '18:00' } };
      await putSetting(database.db, areaId, 'looking', looking);
      await expect(ask([site.id])).rejects.toMatchObject({ code: 'refused', next: '请在 08:00 以后再点“立即监测”。' });
      at('17:59');
      expect((await stateNow()).refusal).toBeNull();
      // Two pages were seen of it today; the accounts have hours and allowance of nobody.
      for (const [own, why] of [
        [{ pages: 2 }, '今天的访问量已用完'],
        [{ hours: { from: '22:00', to: '06:00' } }, '不在该网站的访问时段'],
      ] as const) {
        await putSetting(database.db, areaId, 'looking', { ...looking, sites: { [site.id]: own } });
        await expect(ask([site.id])).rejects.toMatchObject({ message: `现在没有可以再看的：1个${why}。` });
      }
      await putSetting(database.db, areaId, 'looking', { ...looking, sites: { [site.id]: { pages: 3 } } });
      expect(await ask([site.id, account.id])).toMatchObject({ channels: 2, spared: [] });
      await putSetting(database.db, areaId, 'looking', { hours: null });
    });

    it('gives up what nobody began on its day, and tells so', async () => {
      at('00:00', '2026-11-27');
      await tick(app, queue);
      expect(await stateNow()).toMatchObject({ state: 'lapsed' });
      expect((await messages()).at(-1)).toMatchObject({ title: '立即监测没有完成' });
      expect(await runOf(/./, '2026-11-27')).toEqual([]);
    });

    it('looks on a day off too, and a run that never ends does not stand against the next for ever', async () => {
      at('10:00', SATURDAY);
      expect(await ask(null, true)).toMatchObject({ channels: 3 });
      await tick(app, queue);
      expect((await runOf(/./, SATURDAY)).map(({ kind }) => kind)).toEqual(['daily']);
      at('10:00', '2026-11-30');
      await tick(app, queue);
      expect(await stateNow()).toMatchObject({ state: 'queued' });
      at('00:00', '2026-12-01');
      await tick(app, queue);
      expect(await stateNow()).toMatchObject({ state: 'failed' });
    });
  });

  it('leaves a sample area, whose clock is simulated, alone', async () => {
    await putSetting(database.db, areaId, 'clock', 'simulated');
    now = instantOf('2026-12-02', '11:00');
    await tick(app, queue);
    expect((await runs()).filter((run) => run.startsWith('2026-12-02'))).toEqual([]);
    expect((await planLook(app, areaId)).refusal?.code).toBe('refused');
  });
});
