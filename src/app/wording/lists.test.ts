import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { signKeySweep } from '../../store/key-sweeps.ts';
import { writeRegister } from '../../store/register.ts';
import type { WordingEntry } from '../../text/review/area-lists.ts';
import type { App } from '../open.ts';
import { dueDays, lateUnits, orderKeySweep, signKeySweepRound, viewKeySweeps } from './key-sweeps.ts';
import { readListFile, writeListFile } from './list-sheet.ts';
import { changeLists, exportLists, importLists, viewListHistory, viewLists } from './lists.ts';
import { viewRounds } from './rounds.ts';
import { withdrawKeySweep } from './withdraw-sweep.ts';

const { county, housing, register } = WORLD;
const ENTRY: WordingEntry = {
  ...{ list: 'wrong-word', term: '按装', right: '安装', others: ['按装置', '按装备'], severity: 3, kind: 'term' },
  ...{ validFrom: '2024-01-01', validTo: null, note: '本地常见' },
};
const csv = (...rows: string[]): Uint8Array =>
  new TextEncoder().encode(`词表,词语,正确写法,例外,等级,启用日期,止用日期\n${rows.join('\n')}`);

describe('a list as a workbook', () => {
  it('comes back as it went out', async () => {
    const phrase: WordingEntry = {
      ...ENTRY,
      list: 'phrase',
      term: '政治站位',
      right: null,
      others: [],
      severity: 1,
      kind: 'core',
      validTo: '2030-12-31',
    };
    expect(readListFile(await writeListFile([ENTRY, phrase]), '词表.xlsx')).toEqual([ENTRY, phrase]);
  });
  it.each([
    ['a list nobody keeps', '别的表,按装,安装,,,,', '词表', '应为规范表述、易错词、认可用语、植入词之一'],
    ['no right spelling', '易错词,按装,,,,,', '正确写法', '正确写法必填，并且不能与错误写法相同'],
    ['an exception that excepts nothing', '易错词,按装,安装,装置,,,', '例外或者别名', '例外“装置”里没有“按装”，起不了作用'],
    ['a date of another form', '易错词,按装,安装,,,2024年1月,', '启用日期', '日期写成 2024-03-21 的形式，没有就空着'],
    ['an end before the beginning', '易错词,按装,安装,,,2024-02-01,2024-01-01', '止用日期', '止用日期早于启用日期 2024-02-01'],
    ['a level there is not', '易错词,按装,安装,,5,,', '等级', '应为 1、2、3、4；不填为 3'],
    ['too short', '认可用语,按,,,,,', '词语', '认可用语至少2个字'],
  ])('names row and cell of %s', (_name, row, field, message) => {
    const faults = (() => {
      try {
        return readListFile(csv('植入词,甲乙,,,,,', row), '词表.csv');
      } catch (error) {
        return (error as { faults: unknown }).faults;
      }
    })();
    expect(faults).toMatchObject([{ row: 3, field, message }]);
  });
  it('refuses a row that stands there twice, naming the first', () => {
    expect(() => readListFile(csv('认可用语,甲乙,,,,,', '认可用语,甲乙,,,,,'), 'a.csv')).toThrow('有 1 处不对');
  });
  it('refuses a table without the columns', () => {
    expect(() => readListFile(new TextEncoder().encode('甲,乙\n1,2'), 'a.csv')).toThrow('有 1 处不对');
  });
});

describe('the lists of an area', () => {
  let database: TestDatabase;
  let app: App;
  let now = '2024-04-10T01:00:00.000Z';
  beforeAll(async () => {
    database = await testDatabase();
    app = { db: database.db, now: () => now } as App;
    await writeRegister(app.db, register);
  });
  afterAll(() => database.drop());

  it('keep who changed what and when; what stands there already is left', async () => {
    expect(await changeLists(app, county.id, { put: [ENTRY], retire: [] }, '张三')).toMatchObject({ put: 1 });
    expect(await changeLists(app, county.id, { put: [ENTRY], retire: [] }, '李四')).toMatchObject({ put: 0 });
    now = '2024-04-11T01:00:00.000Z';
    await changeLists(app, county.id, { put: [{ ...ENTRY, validTo: '2024-04-10' }], retire: [] }, '李四');
    expect((await viewLists(app, county.id)).entries).toMatchObject([{ term: '按装', by: '李四', state: 'ended' }]);
    await changeLists(app, county.id, { put: [], retire: [{ list: 'wrong-word', term: '按装' }] }, '王五');
    expect((await viewLists(app, county.id)).entries).toEqual([]);
    const history = await viewListHistory(app, county.id, { list: 'wrong-word', term: '按装' });
    expect(history.map(({ act, by }) => [act, by])).toEqual([
      ['retired', '王五'],
      ['put', '李四'],
      ['put', '张三'],
    ]);
  });

  it('go out and come in as a workbook', async () => {
    await changeLists(
      app,
      county.id,
      { put: [ENTRY, { ...ENTRY, list: 'accepted-term', term: '甲乙丙', right: null, others: [] }], retire: [] },
      '张三',
    );
    const { bytes, fileName } = await exportLists(app, county.id);
    expect(fileName).toBe('白水县词表.xlsx');
    expect(await importLists(app, county.id, { name: fileName, bytes }, '李四')).toMatchObject({ put: 0 });
  });

  it.each([
    ['a faulty entry', { put: [{ ...ENTRY, right: null }], retire: [] }, 'bad-input'],
    ['retiring what is not there', { put: [], retire: [{ list: 'phrase' as const, term: '无' }] }, 'not-found'],
  ])('refuse %s', async (_name, change, code) => {
    await expect(changeLists(app, county.id, change, '张三')).rejects.toMatchObject({ code });
  });

  it('a sweep due and not signed lists its unit; signed it does not, and stays signed (Q14)', async () => {
    const wanted = { title: '重点信息排查', scope: '首页', everyMonths: 3, firstDue: '2024-04-11', unitIds: [] };
    const past = orderKeySweep(app, county.id, { ...wanted, firstDue: '2024-04-10' }, '张三');
    await expect(past, 'nobody is late with what was not asked for').rejects.toMatchObject({
      code: 'bad-input',
      faults: [{ path: 'firstDue' }],
    });
    const { id } = await orderKeySweep(app, county.id, wanted, '张三');
    const late = async () => {
      const { rounds, today } = await viewKeySweeps(app, county.id);
      return rounds.flatMap((round) => lateUnits(round, today).map(({ name }) => name));
    };
    expect(await late()).toEqual([]);
    now = '2024-04-12T01:00:00.000Z';
    expect(await late()).toEqual([housing.name]);
    const round = { sweepId: id, unitId: housing.id, dueOn: '2024-04-11', result: '未发现问题', found: 0 };
    await signKeySweepRound(app, county.id, round, '住建局李四');
    expect(await late()).toEqual([]);
    await expect(signKeySweepRound(app, county.id, round, '别人')).rejects.toMatchObject({ code: 'conflict' });
    await expect(signKeySweepRound(app, county.id, { ...round, dueOn: '2024-05-01' }, '李四')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a sweep ordered wrongly is taken back: nobody is late with it any more, what was signed stays, and its units read why', async () => {
    now = '2024-04-12T01:00:00.000Z';
    const wanted = { title: '错布置的排查', scope: '全站', everyMonths: 1, firstDue: '2024-04-12', unitIds: [housing.id] };
    const { id } = await orderKeySweep(app, county.id, wanted, '张三');
    await signKeySweepRound(app, county.id, { sweepId: id, unitId: housing.id, dueOn: '2024-04-12', result: '已查', found: 1 }, '李四');
    now = '2024-06-01T01:00:00.000Z';
    const seenBy = (units: readonly string[] | null) => viewRounds(app, county.id, { units });
    const rounds = async () => (await seenBy([housing.id])).rounds.filter(({ sweepId }) => sweepId === id);
    const own = (await rounds())[0]?.units;
    expect(own).toMatchObject([{ id: housing.id, late: true }]);
    const late = async () => (await seenBy(null)).late;
    const before = await late();
    await withdrawKeySweep(app, county.id, id, { reason: '周期写错', by: '王主任' });
    expect(await late()).toBe(before - 1);
    expect(await rounds()).toEqual([]);
    const told = { sweepId: id, by: '王主任', reason: '周期写错', signed: [{ name: housing.name, result: '已查', by: '李四' }] };
    expect((await seenBy([housing.id])).withdrawn).toMatchObject([told]);
    expect((await seenBy(['another unit'])).withdrawn, 'it was never that unit’s').toEqual([]);
    await expect(withdrawKeySweep(app, county.id, id, { reason: '再来', by: '别人' })).rejects.toMatchObject({ code: 'not-found' });
    const late2 = { areaId: county.id, sweepId: id, unitId: housing.id, dueOn: '2024-05-12', result: '迟', found: 0 };
    const signing = signKeySweep(app.db, { ...late2, signedBy: '李四', signedAt: now });
    await expect(signing, 'who signs at that very moment is told').rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('days a sweep is due', () => {
  it.each([
    ['not due yet: the first', '2024-03-31', ['2024-04-01']],
    ['on the day', '2024-04-01', ['2024-04-01']],
    ['the newest first', '2024-10-01', ['2024-10-01', '2024-07-01', '2024-04-01']],
  ])('%s', (_name, today, days) => {
    expect(dueDays({ firstDue: '2024-04-01', everyMonths: 3 }, today, 4)).toEqual(days);
  });
});
