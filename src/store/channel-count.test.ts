import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { account, WORLD } from '../../tests/support/store-world.ts';
import { type StateSpell, stateOn } from '../subjects/channel.ts';
import { countChannelsOn, countInOperationOn } from './channel-count.ts';
import { writeRegister } from './register.ts';

const { register, county } = WORLD;
const since = (...spells: [StateSpell['state'], string][]): StateSpell[] => spells.map(([state, from]) => ({ state, from }));

describe('count of channels on any day (R04)', () => {
  let database: TestDatabase;
  const accounts = [
    ...Array.from({ length: 40 }, (_, i) => account(`账号${i}`, { states: since(['in_operation', '2019-01-01']) })),
    account('关停账号', { platform: 'weibo', states: since(['in_operation', '2019-01-01'], ['cancelled', '2020-03-15']) }),
    account('新账号', { platform: 'douyin', states: since(['in_operation', '2020-05-01']) }),
    // Entered out of order, and twice on one day: the later entry holds.
    account('反复账号', {
      platform: 'app',
      states: since(['closed', '2020-06-01'], ['in_operation', '2020-06-01'], ['suspended', '2019-01-01']),
    }),
  ];
  beforeAll(async () => {
    database = await testDatabase();
    await writeRegister(database.db, { ...register, accounts });
  });
  afterAll(() => database.drop());

  it.each([
    ['2018-12-31', 0, 0],
    ['2019-01-01', 1, 41],
    ['2020-03-14', 1, 41],
    ['2020-03-15', 1, 40],
    ['2020-03-31', 1, 40],
    ['2020-05-01', 1, 41],
    ['2020-06-01', 1, 42],
  ])('%s: %i sites, %i accounts in operation', async (day, sites, inOperation) => {
    expect(await countInOperationOn(database.db, county.id, day)).toEqual({ sites, accounts: inOperation });
    // The rule of the subjects room, asked for each, agrees.
    expect(accounts.filter(({ states }) => stateOn(states, day) === 'in_operation')).toHaveLength(inOperation);
  });

  it('counts by kind and state', async () => {
    expect(await countChannelsOn(database.db, county.id, '2020-03-31')).toEqual([
      { type: 'site', kind: 'disclosure_site', state: 'in_operation', count: 1 },
      { type: 'account', kind: 'app', state: 'suspended', count: 1 },
      { type: 'account', kind: 'wechat', state: 'in_operation', count: 40 },
      { type: 'account', kind: 'weibo', state: 'cancelled', count: 1 },
    ]);
  });
});
