import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { areaAndChildren } from '../../store/areas.ts';
import { readRegister } from '../../store/register.ts';
import { findPortalTotal, listVolumes } from '../../store/volumes.ts';
import { inBaseOn } from '../../subjects/channel.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { importFile } from './import-file.ts';
import type { ImportReport } from './import-report.ts';
import { workbook } from './testing/workbooks.ts';

const FOLDER = new URL('../../../../shared/seeds/data/', import.meta.url);
const FILES = ['cangxi-2020-q1', 'langxi-2022-12', 'shiquan-2023-q1', 'xiangtan-2022-q3', 'xinfeng-2024-04'] as const;
type Name = (typeof FILES)[number];
const absent = !existsSync(FOLDER);
if (absent) console.warn('the notices of ../shared/seeds are not here: their import is NOT tested');

const AT = '2024-06-01T01:00:00.000Z';
const bytesOf = (name: Name) => new Uint8Array(readFileSync(new URL(`${name}.json`, FOLDER)));

describe.skipIf(absent)('the five notices', () => {
  let test: TestDatabase;
  const reports = new Map<Name, ImportReport>();
  const load = (name: Name) => importFile({ db: test.db, fileName: `${name}.json`, bytes: bytesOf(name), at: AT });
  const report = (name: Name) => reports.get(name) as ImportReport;
  const registerOf = (name: Name) => readRegister(test.db, report(name).areaId);

  beforeAll(async () => {
    test = await testDatabase();
    for (const name of FILES) reports.set(name, await load(name));
  });
  afterAll(() => test?.drop());

  it.each(FILES)('%s a second time changes nothing', async (name) => {
    const before = await registerOf(name);
    const second = await load(name);
    expect(second.sheets.map(({ added, changed }) => [added, changed])).toEqual(second.sheets.map(() => [0, 0]));
    expect(second.sheets.map((sheet) => sheet.unchanged)).toEqual(report(name).sheets.map((sheet) => sheet.added));
    expect(await registerOf(name)).toEqual(before);
  });

  it.each(FILES)('%s brings no contact and no person', async (name) => {
    const notice = JSON.parse(Buffer.from(bytesOf(name)).toString()) as {
      document: { contacts: { name: string; phone: string | null }[] };
      activities: { people?: string[] }[];
    };
    const kept = JSON.stringify([await registerOf(name), report(name)]);
    for (const { name: person, phone } of notice.document.contacts) {
      expect(kept).not.toContain(person);
      if (phone) expect(kept).not.toContain(phone);
    }
    for (const person of notice.activities.flatMap((activity) => activity.people ?? [])) expect(kept).not.toContain(JSON.stringify(person));
  });

  it('郎溪: 44 disclosure sites, 40 accounts, 郎溪普法 three times, two names of one bureau', async () => {
    const { sites, accounts, units, columns } = await registerOf('langxi-2022-12');
    expect(sites.map((site) => site.kind)).toEqual(Array(44).fill('disclosure_site'));
    const count = (platform: string) => accounts.filter((account) => account.platform === platform).length;
    expect([accounts.length, count('wechat'), count('weibo'), count('douyin'), count('app')]).toEqual([40, 29, 6, 4, 1]);
    const platforms = accounts.filter((account) => account.name === '郎溪普法').map((account) => account.platform);
    expect(platforms.sort()).toEqual(['douyin', 'wechat', 'weibo']);
    const emergency = units.filter((unit) => [unit.name, ...unit.aliases].some((name) => /^县应急(管理)?局$/.test(name)));
    expect(emergency.map((unit) => [unit.name, unit.aliases])).toEqual([['县应急局', ['县应急管理局']]]);
    const housing = units.find((unit) => unit.name === '县住建局');
    expect(housing && printedUnitName(housing)).toBe('县住建局（县人防办）');
    expect(housing?.aliases).toEqual([]);
    expect(new Set(sites.map((site) => site.unitId)).size).toBe(44);
    expect(new Set(units.filter((unit) => sites.some((site) => site.unitId === unit.id)).map((unit) => unit.kind)).size).toBe(4);
    const limits = new Map(
      columns.map((column) => [`${units.find((u) => u.id === column.unitId)?.name} ${column.path.join('—')}`, column.limit]),
    );
    expect(limits.get('县住建局 本级政策解读—负责人解读')).toBe('P6M');
    expect(limits.get('县文旅局 双随机一公开')).toBe('P1Y');
    expect(limits.get('梅渚镇 财政资金—财政专项资金管理和使用情况')).toBe('P6M');
  });

  it('苍溪: 39 and 33 units in two groups, 14 accounts with owner and level, volumes and the portal total', async () => {
    const { units, accounts, areas } = await registerOf('cangxi-2020-q1');
    expect(areas.map((area) => [area.name, area.level])).toEqual([
      ['四川省', 'province'],
      ['苍溪县', 'county'],
    ]);
    const groupSize = (group: string) => units.filter((unit) => unit.group === group).length;
    expect([groupSize('乡镇'), groupSize('县级部门')]).toEqual([39, 33]);
    expect(accounts).toHaveLength(14);
    for (const account of accounts) expect(['乡镇', '县级部门']).toContain(account.level);
    expect(accounts.filter((account) => inBaseOn(account, '2020-03-31'))).toHaveLength(14);
    expect(report('cangxi-2020-q1').questions.find((q) => q.includes('双河乡'))).toContain('双河政事、苍溪县双河乡人民政府');
    const volumes = await listVolumes(test.db, report('cangxi-2020-q1').areaId, '2020-Q1');
    const sum = (key: 'submitted' | 'approved') => volumes.reduce((total, volume) => total + (volume[key] ?? 0), 0);
    expect([volumes.length, sum('submitted'), sum('approved')]).toEqual([72, 1317, 1088]);
    expect(volumes.every((volume) => volume.errors === null)).toBe(true);
    expect(await findPortalTotal(test.db, report('cangxi-2020-q1').areaId, '2020-Q1')).toMatchObject({ total: 2131, keyAreas: 710 });
    const stale = report('cangxi-2020-q1').openings.filter((opening) => opening.category === 'account_stale');
    expect(stale).toHaveLength(16);
    expect(stale.every((opening) => opening.channelIds.length === 1 && opening.foundOn && opening.lastUpdate)).toBe(true);
  });

  it('湘潭: areas below the city, the unfiled account outside the base, the stated 40 + 4 sites kept as stated', async () => {
    const { areaId, statedFigures, warnings } = report('xiangtan-2022-q3');
    const below = await areaAndChildren(test.db, areaId);
    expect(below.filter((area) => area.parentId === areaId).map((area) => area.name)).toEqual(expect.arrayContaining(['湘乡市', '岳塘区']));
    const { accounts, sites } = await registerOf('xiangtan-2022-q3');
    expect(accounts.find((account) => account.name === '湘乡文旅')).toMatchObject({ filing: 'unfiled' });
    expect(accounts.filter((account) => inBaseOn(account, '2022-09-30')).map((account) => account.name)).toEqual(['食安湘潭']);
    expect(warnings.join()).toContain('湘乡文旅');
    expect(sites.map((site) => site.kind).sort()).toEqual([...Array(6).fill('department_site'), 'portal']);
    const stated = (metric: string) => statedFigures.find((figure) => figure.metric === metric)?.value;
    expect([stated('sites_checked'), stated('institution_sites_checked')]).toEqual([40, 4]);
  });

  it('信丰: a column of a residents’ committee belongs to it and its problem counts for the town', async () => {
    const { units, columns, sites } = await registerOf('xinfeng-2024-04');
    const idOf = (name: string) => units.find((unit) => unit.name === name)?.id;
    const column = columns.find((c) => c.path.at(-1) === '公共服务');
    expect(column?.path).toEqual(['专题专栏', '基层政务公开标准化规范化', '大阿居委会', '公共服务']);
    expect(column?.unitId).toBe(idOf('大阿居委会'));
    expect(sites.find((site) => site.id === column?.siteId)?.kind).toBe('portal');
    const opening = report('xinfeng-2024-04').openings.find((o) => o.path?.at(-1) === '公共服务');
    expect([opening?.unitId, opening?.atUnitId]).toEqual([idOf('大阿镇'), idOf('大阿居委会')]);
    const volumes = await listVolumes(test.db, report('xinfeng-2024-04').areaId, '2024-04');
    expect(volumes.reduce((total, volume) => total + (volume.publishedTotal ?? 0), 0)).toBe(20160);
  });

  it('石泉: what is not said is asked, not guessed', async () => {
    const { questions } = report('shiquan-2023-q1');
    expect(questions.filter((question) => question.includes('没有写明主办单位，没有登记'))).toHaveLength(4);
    const { accounts } = await registerOf('shiquan-2023-q1');
    expect(accounts.map((account) => [account.name, account.platform, account.filing])).toEqual([
      ['后柳古镇', 'wechat_channels', 'unfiled'],
      ['石泉卫健', 'peoples_daily', 'unknown'],
    ]);
  });
});

describe.skipIf(absent)('the printed attachments as workbooks', () => {
  let test: TestDatabase;
  const notice = (name: Name) =>
    JSON.parse(Buffer.from(bytesOf(name)).toString()) as {
      units: { name: string; group: string | null; aliases: string[]; coNames: string[] }[];
      attachments: { title: string; columns: string[]; rows: string[][] }[];
    };
  const unitsOf = (name: Name) => [
    ['单位名称', '分组', '别名', '加挂牌子'],
    ...notice(name).units.map((unit) => [
      unit.name,
      unit.group ?? '',
      unit.aliases.filter((alias) => !alias.includes('（')).join('、'),
      unit.coNames.join('、'),
    ]),
  ];
  const table = (name: Name, no: number) => {
    const { title, columns, rows } = notice(name).attachments[no - 1] as { title: string; columns: string[]; rows: string[][] };
    return [[title], columns, ...rows];
  };

  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test?.drop());

  it('郎溪: attachment 2 in its wide form gives 29 wechat and 6 weibo, attachment 3 the other five', async () => {
    const bytes = workbook({ 单位: unitsOf('langxi-2022-12'), 微博微信: table('langxi-2022-12', 2), 新媒体: table('langxi-2022-12', 3) });
    const { areaId, sheets } = await importFile({ db: test.db, areaName: '郎溪县', fileName: '郎溪.xlsx', bytes, at: AT });
    expect(sheets).toContainEqual({ name: '新媒体账号', added: 40, changed: 0, unchanged: 0 });
    const { accounts, units } = await readRegister(test.db, areaId);
    expect(accounts.filter((account) => account.platform === 'wechat')).toHaveLength(29);
    expect(accounts.filter((account) => account.platform === 'weibo')).toHaveLength(6);
    expect(units.map((unit) => unit.name)).not.toContain('县应急管理局');
  });

  it('苍溪: attachment 1, two tables side by side with the period in the title, gives 72 volumes', async () => {
    // The row of 双河乡 prints two names in one cell: which is which is for a person to say.
    const accounts = table('cangxi-2020-q1', 2).filter((row) => !row.some((cell) => cell.includes('双河')));
    const bytes = workbook({ 单位: unitsOf('cangxi-2020-q1'), 监测情况统计表: table('cangxi-2020-q1', 1), 政务新媒体名单: accounts });
    const { areaId, sheets } = await importFile({ db: test.db, areaName: '苍溪县', fileName: '苍溪.xlsx', bytes, at: AT });
    expect(sheets).toContainEqual({ name: '信息量', added: 72, changed: 0, unchanged: 0 });
    expect(sheets).toContainEqual({ name: '新媒体账号', added: 12, changed: 0, unchanged: 0 });
    const volumes = await listVolumes(test.db, areaId, '2020-Q1');
    expect(volumes.reduce((total, volume) => total + (volume.approved ?? 0), 0)).toBe(1088);
  });

  it('信丰: both tables with their own column titles', async () => {
    const named = (no: number) => [['2024年4月信息发布统计表'], ...table('xinfeng-2024-04', no).slice(1)];
    const bytes = workbook({ 单位: unitsOf('xinfeng-2024-04'), 县直单位: named(1), 乡镇: named(2) });
    const { areaId } = await importFile({ db: test.db, areaName: '信丰县', fileName: '信丰.xlsx', bytes, at: AT });
    const volumes = await listVolumes(test.db, areaId, '2024-04');
    expect(volumes).toHaveLength(56);
    expect(volumes.reduce((total, volume) => total + (volume.publishedInPeriod ?? 0), 0)).toBe(5814);
  });
});
