import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { WORLD } from '../../tests/support/store-world.ts';
import { writeRegister } from './register.ts';
import { createRun, findRun, finishRunIfComplete } from './runs.ts';
import { claimTarget, finishTarget, listTargets, runProgress, saveProgress } from './targets.ts';

const { county, register } = WORLD;
const AT = '2022-12-27T01:00:00.000Z';
const LATER = '2022-12-27T02:00:00.000Z';
const spec = (day: string, channels: string[]) => ({
  areaId: county.id,
  day,
  kind: 'daily',
  createdAt: AT,
  targets: channels.map((channelId) => ({ channelId, host: `${channelId}.gov.cn` })),
});

describe('runs', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await writeRegister(database.db, register);
  });
  afterAll(() => database.drop());

  it('makes a run once, however many ask, and adds channels that came later', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => createRun(database.db, spec('2022-12-27', ['a', 'b']))));
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
    const again = await createRun(database.db, { ...spec('2022-12-27', ['a', 'b', 'c']), createdAt: LATER });
    expect(again).toEqual({
      areaId: county.id,
      id: runs[0]?.id,
      day: '2022-12-27',
      kind: 'daily',
      state: 'queued',
      createdAt: AT,
      finishedAt: null,
    });
    expect((await listTargets(database.db, again.id)).map(({ channelId }) => channelId)).toEqual(['a', 'b', 'c']);
  });

  it('goes from waiting over checkpoints to done, and a job delivered twice finds nothing to do', async () => {
    const { id: runId } = await createRun(database.db, spec('2022-12-28', ['a', 'b']));
    const a = { runId, channelId: 'a' };
    expect(await claimTarget(database.db, a, AT)).toMatchObject({ state: 'running', attempts: 1, checkpoint: null, startedAt: AT });
    await saveProgress(database.db, a, { done: 3, total: 10, checkpoint: { next: ['http://a/4', 'odd \0'] } });
    await saveProgress(database.db, a, { done: 4, total: 12 });
    expect(await claimTarget(database.db, a, LATER)).toMatchObject({
      attempts: 2,
      done: 4,
      checkpoint: { next: ['http://a/4', 'odd \0'] },
      startedAt: AT,
    });
    expect(await runProgress(database.db, runId)).toEqual({
      channels: { waiting: 1, running: 1, done: 0, 'not-run': 0 },
      looks: { done: 4, total: 12 },
    });
    expect(await finishRunIfComplete(database.db, runId, LATER)).toBe(false);
    expect(await finishTarget(database.db, a, { state: 'done' }, LATER)).toBe(true);
    expect(await finishTarget(database.db, a, { state: 'not-run', reason: 'blocked' }, LATER)).toBe(false);
    expect(await claimTarget(database.db, a, LATER)).toBeNull();
    await finishTarget(database.db, { runId, channelId: 'b' }, { state: 'not-run', reason: 'attempts-spent' }, LATER);
    expect(await listTargets(database.db, runId, 'not-run')).toMatchObject([
      { channelId: 'b', reason: 'attempts-spent', finishedAt: LATER },
    ]);
    const finishers = await Promise.all([1, 2, 3].map(() => finishRunIfComplete(database.db, runId, LATER)));
    expect(finishers.filter((mine) => mine)).toHaveLength(1);
    expect(await findRun(database.db, runId)).toMatchObject({ state: 'done', finishedAt: LATER });
  });
});
