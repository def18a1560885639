import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { settingsView } from '../../contract/area-settings.ts';
import { instantOf } from '../../core/date.ts';
import { isWorkingDay } from '../../core/work-calendar.ts';
import { writeRegister } from '../../store/register.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type App, loadCalendar } from '../open.ts';
import { changeSettings } from './change-settings.ts';
import { saveWorkYear, viewSettings } from './view-settings.ts';

const areaId = WORLD.county.id;
let database: TestDatabase;
let app: App;

beforeAll(async () => {
  database = await testDatabase();
  await writeRegister(database.db, WORLD.register);
  app = { db: database.db, now: () => instantOf('2026-12-20', '09:00') } as App;
});
afterAll(() => database.drop());

describe('settings of an area', () => {
  it('are shown as the contract has them, and what the page holds can be handed in again unchanged', async () => {
    const { settings, ...rest } = settingsView.parse(await viewSettings(app, areaId));
    expect(rest.choices.profiles).toContain('national');
    expect(rest.workYears.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
    await changeSettings(app, areaId, settings);
    expect(settingsView.parse(await viewSettings(app, areaId)).settings).toEqual(settings);
  });

  it('are changed key by key; what the page does not show of the head stays', async () => {
    const basis = [{ title: '办法', number: null }];
    await changeSettings(app, areaId, { head: { issuer: '县政务公开办', basis } });
    await changeSettings(app, areaId, { head: { letterhead: '县政府办公室文件' }, prompts: { fastWithin: 3 } });
    const { head, prompts, messages } = await readAreaSettings(app.db, areaId);
    expect(head).toMatchObject({ issuer: '县政务公开办', letterhead: '县政府办公室文件', basis });
    expect([prompts.fastWithin, prompts.fastDays, messages.remind]).toEqual([3, 'calendar', true]);
  });

  it('name the figures that nobody has compared with the official text; confirming some keeps what is set for single units', async () => {
    const shown = async () => settingsView.parse(await viewSettings(app, areaId));
    const { unsureFigures } = await shown();
    expect(unsureFigures.find(({ key }) => key === 'SV-6.2')).toMatchObject({ condition: null, points: null, mark: '记忆，未见文本' });
    expect(unsureFigures.find(({ key }) => key === 'DD-1.4/stale')).toMatchObject({ clause: 'DD-1.4', points: 5 });
    const overrides = [{ check: 'home-stale', unitId: 'u', options: { days: 20 } }];
    await changeSettings(app, areaId, { sheet: { overrides } });
    await changeSettings(app, areaId, { sheet: { confirmed: ['SV-6.2', 'DD-1.4'] } });
    expect((await readAreaSettings(app.db, areaId)).sheet).toEqual({ confirmed: ['SV-6.2', 'DD-1.4'], overrides });
    const after = await shown();
    expect(after.settings.sheet).toEqual({ confirmed: ['SV-6.2', 'DD-1.4'] });
    expect(after.unsureFigures).toHaveLength(unsureFigures.length);
    await changeSettings(app, areaId, { sheet: { confirmed: [], overrides: [] } });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a figure there is not', { sheet: { confirmed: ['SV-6.2', 'DD-1.4/stal'] } }, /没有编号为“DD-1.4\/stal”的数值/],
    ['a profile no sheet has', { profile: 'nowhere' }, /没有名为“nowhere”的检查方案/],
    ['a kind of notice there is not', { noticeTemplates: { month: 'x', quarter: 'quarterly-accounts' } }, /没有编号为“x”的通报模板/],
    ['steps out of order', { messages: { days: { dueSoon: 1, overdue: 3, letter: 2, notice: 5 } } }, /没有作任何改动/],
    ['a time that is none', { messages: { remindAt: '25:00' } }, /没有作任何改动/],
    ['the clock', { clock: 'simulated' }, /时钟不能更改/],
  ])('are refused with %s, and then nothing is changed', async (_, changes, said) => {
    await expect(changeSettings(app, areaId, { scheduled: true, ...changes })).rejects.toThrow(said);
    expect((await readAreaSettings(app.db, areaId)).scheduled).toBe(false);
  });
});

describe('the working days of a year', () => {
  const row = { year: 2027, source: '国办发明电〔2026〕9号', holidays: ['2027-01-01'], workdays: ['2027-01-03'] };

  it('hold from then on for everybody', async () => {
    expect(isWorkingDay('2027-01-03', await loadCalendar(app.db))).toMatchObject({ working: false, provisional: true });
    await saveWorkYear(app, row, { areaId: null });
    expect(isWorkingDay('2027-01-03', await loadCalendar(app.db))).toMatchObject({ working: true, provisional: false });
    expect((await viewSettings(app, areaId)).workYears[2]).toMatchObject({ known: true, entered: true, source: row.source });
  });

  it('are refused naming the day, and to who keeps only a part of the areas', async () => {
    await expect(saveWorkYear(app, { ...row, workdays: ['2027-01-04'] }, { areaId: null })).rejects.toMatchObject({
      faults: [{ value: '2027-01-04', message: '“2027-01-04”调休上班日应为周六或周日' }],
    });
    await expect(saveWorkYear(app, row, { areaId })).rejects.toMatchObject({ code: 'not-allowed' });
    await saveWorkYear(app, row, { areaId: WORLD.city.id });
  });
});
