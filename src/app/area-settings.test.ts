import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { upsertAreas } from '../store/areas.ts';
import { putSetting } from '../store/settings.ts';
import { lookingAt, readAreaSettings, writeAreaSettings } from './area-settings.ts';

describe('settings of an area', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await upsertAreas(database.db, [{ id: 'a', name: '某县', level: 'county', parentId: null }]);
  });
  afterAll(() => database.drop());

  it('has defaults for what nobody has set: national sheet, nothing by itself', async () => {
    expect(await readAreaSettings(database.db, 'a')).toMatchObject({
      profile: 'national',
      scheduled: false,
      clock: 'real',
      rectifyWithinWorkingDays: 5,
    });
  });

  it('changes several at once and keeps the rest', async () => {
    await writeAreaSettings(database.db, 'a', { profile: 'langxi', scheduled: true });
    expect(await readAreaSettings(database.db, 'a')).toMatchObject({ profile: 'langxi', scheduled: true, obeyRobots: true });
  });

  it.each([
    ['an unknown name', { profil: 'langxi' }, /1 处不对/, 'profil'],
    ['a wrong shape', { rectifyWithinWorkingDays: 0 }, /1 处不对/, 'rectifyWithinWorkingDays'],
    ['hours that are none', { looking: { hours: { from: '25:00', to: '06:00' } } }, /1 处不对/, 'looking.hours.from'],
    ['hours without length', { sweep: { hours: { from: '22:00', to: '22:00' } } }, /1 处不对/, 'sweep.hours'],
    ['an allowance of nothing', { looking: { requests: 9 } }, /1 处不对/, 'looking.requests'],
    ['a sweep every half day', { sweep: { everyDays: 0.5 } }, /1 处不对/, 'sweep.everyDays'],
    [
      'a report from a month that is none',
      { reports: [{ every: 'month', name: '报告', withinWorkingDays: 3, from: '2026年13月' }] },
      /1 处不对/,
      'reports.0.from',
    ],
    ['an unknown category', { autoClose: ['no_such'] }, /1 处不对/, 'autoClose.0'],
  ])('refuses %s and changes nothing', async (_name, changes, message, field) => {
    const before = await readAreaSettings(database.db, 'a');
    const refused = writeAreaSettings(database.db, 'a', { profile: 'national', ...changes });
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toMatchObject({ code: 'bad-input', faults: [{ field }] });
    expect(await readAreaSettings(database.db, 'a')).toEqual(before);
  });

  it('looks at any hour and sweeps monthly at night unless told otherwise; single sites may have their own limits', async () => {
    expect((await readAreaSettings(database.db, 'a')).sweep).toEqual({
      everyDays: 30,
      hours: { from: '22:00', to: '06:00' },
      pages: 30_000,
    });
    await writeAreaSettings(database.db, 'a', {
      looking: { requests: 500, sites: { s1: { requests: 50, hours: { from: '22:00', to: '06:00' } } } },
    });
    const settings = await readAreaSettings(database.db, 'a');
    expect(lookingAt(settings, 's0')).toEqual({ hours: null, pages: 400, requests: 500 });
    expect(lookingAt(settings, 's1')).toEqual({ hours: { from: '22:00', to: '06:00' }, pages: 400, requests: 50 });
  });

  it.each([
    ['month', '２０２６年 3 月', '2026-03'],
    ['quarter', '2026年一季度', '2026-Q1'],
    ['year', ' 2026年', '2026'],
  ])('takes the first period of a report that comes every %s as people write it: %s', async (every, from, meant) => {
    await writeAreaSettings(database.db, 'a', { reports: [{ every, name: '报告', withinWorkingDays: 3, from }] });
    expect((await readAreaSettings(database.db, 'a')).reports).toMatchObject([{ every, from: meant }]);
  });

  it('refuses a simulated clock: nobody may make evidence of another day', async () => {
    await expect(writeAreaSettings(database.db, 'a', { clock: 'simulated' })).rejects.toMatchObject({ code: 'refused' });
  });

  it('names a kept value of a wrong shape instead of guessing', async () => {
    await putSetting(database.db, 'a', 'profile', 7);
    await expect(readAreaSettings(database.db, 'a')).rejects.toThrow(/profile/);
  });
});
