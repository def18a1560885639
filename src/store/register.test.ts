import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { account, WORLD } from '../../tests/support/store-world.ts';
import { upsertAccounts } from './accounts.ts';
import { areaAndChildren, findAreasByName, listAreas } from './areas.ts';
import { readRegister, writeRegister } from './register.ts';
import { upsertUnits } from './units.ts';

const { register, county, city, housing, town } = WORLD;

describe('register', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('adds everything, reads it back whole, and the same again changes nothing', async () => {
    expect(await writeRegister(database.db, register)).toEqual({
      areas: { added: 2, changed: 0, unchanged: 0 },
      units: { added: 2, changed: 0, unchanged: 0 },
      sites: { added: 1, changed: 0, unchanged: 0 },
      columns: { added: 2, changed: 0, unchanged: 0 },
      accounts: { added: 2, changed: 0, unchanged: 0 },
    });
    expect(await readRegister(database.db, county.id)).toEqual(register);
    const again = await writeRegister(database.db, register);
    expect(Object.values(again).map(({ added, changed }) => added + changed)).toEqual([0, 0, 0, 0, 0]);
    expect(again.columns.unchanged).toBe(2);
  });

  it('counts a change in any field once, arrays and states included', async () => {
    const renamed = { ...housing, namePlates: ['县人防办', '县房产局'] };
    expect(await upsertUnits(database.db, [town, renamed])).toEqual({ added: 0, changed: 1, unchanged: 1 });
    const closed = account('东河发布', { states: [...WORLD.account.states, { state: 'cancelled', from: '2022-03-15' }] });
    expect(await upsertAccounts(database.db, [closed])).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const read = await readRegister(database.db, county.id);
    expect(read.units.find(({ id }) => id === housing.id)).toEqual(renamed);
    expect(read.accounts[0]).toEqual(closed);
    await writeRegister(database.db, register);
  });

  it('keeps the place of known rows and puts new ones at the end', async () => {
    const [first, second] = register.accounts;
    const fresh = account('东河消防');
    expect(await upsertAccounts(database.db, [fresh, second as typeof fresh, first as typeof fresh])).toEqual({
      added: 1,
      changed: 0,
      unchanged: 2,
    });
    const names = (await readRegister(database.db, county.id)).accounts.map(({ name }) => name);
    expect(names).toEqual(['东河发布', '东河文旅', '东河消防']);
  });

  it('takes one row said twice alike, and refuses one said twice differently', async () => {
    expect(await upsertUnits(database.db, [town, { ...town }])).toEqual({ added: 0, changed: 0, unchanged: 1 });
    await expect(upsertUnits(database.db, [town, { ...town, order: 7 }])).rejects.toMatchObject({
      code: 'bad-input',
      faults: [expect.objectContaining({ sheet: 'unit', message: expect.stringContaining('东河镇') })],
    });
  });

  it('writes all of it or nothing', async () => {
    const lost = { ...account('无主账号'), unitId: 'unit_that_is_not_there' };
    const units = [{ ...town, name: '东河街道', id: 'unit_new' }];
    await expect(writeRegister(database.db, { ...register, units, accounts: [lost] })).rejects.toThrow(/foreign key/);
    expect((await readRegister(database.db, county.id)).units.map(({ id }) => id)).not.toContain('unit_new');
  });

  it('knows the tree of areas', async () => {
    expect(await areaAndChildren(database.db, city.id)).toEqual([city, county]);
    expect(await areaAndChildren(database.db, county.id)).toEqual([county]);
    expect(await findAreasByName(database.db, '白水县')).toEqual([county]);
    expect(await listAreas(database.db)).toHaveLength(2);
    expect(await readRegister(database.db, 'area_unknown')).toEqual({ areas: [], units: [], sites: [], columns: [], accounts: [] });
  });
});
