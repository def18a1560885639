import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { writeRegister } from '../../store/register.ts';
import { createRun } from '../../store/runs.ts';
import { claimTarget } from '../../store/targets.ts';
import { watchCrowd } from './crowd.ts';

const AT = '2022-12-27T01:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await writeRegister(database.db, WORLD.register);
});
afterAll(() => database.drop());

/** As many workers as there are names, each with a channel in hand. */
async function atWork(names: readonly string[]): Promise<void> {
  for (const [i, worker] of names.entries()) {
    const run = { areaId: WORLD.county.id, day: `2022-12-0${i + 1}`, kind: 'daily', createdAt: AT };
    const { id } = await createRun(database.db, { ...run, targets: [{ channelId: WORLD.site.id, host: 'h' }] });
    await claimTarget(database.db, { runId: id, channelId: WORLD.site.id }, AT, worker);
  }
}

it('a host of ones own is asked alone; others are shared by all workers that have something in hand', async () => {
  await atWork(['a', 'b', 'c', 'c']);
  const crowd = watchCrowd(database, (error) => expect.unreachable(error.message));
  try {
    await expect.poll(() => crowd.sharers('other.gov.cn')).toBe(3);
    let inner = 0;
    await crowd.within({ host: 'own.gov.cn:8080' }, () =>
      crowd.within({ host: 'own.gov.cn' }, async () => {
        inner = crowd.sharers('own.gov.cn');
      }),
    );
    expect([inner, crowd.sharers('own.gov.cn')]).toEqual([1, 3]);
    await expect(crowd.within({ host: 'own.gov.cn' }, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(crowd.sharers('own.gov.cn')).toBe(3);
  } finally {
    crowd.stop();
  }
});
