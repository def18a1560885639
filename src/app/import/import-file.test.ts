import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { listImports } from '../../store/imports.ts';
import { freshDays, listPosts } from '../../store/posts.ts';
import { readRegister } from '../../store/register.ts';
import { listVolumes } from '../../store/volumes.ts';
import { inBaseOn, stateOn } from '../../subjects/channel.ts';
import type { Register } from '../../subjects/register.ts';
import { libraryWorkbook } from '../discover/library-workbook.ts';
import { importFile } from './import-file.ts';
import type { ImportReport } from './import-report.ts';
import { csv, dateCell, type TestCell, type TestSheets, workbook } from './testing/workbooks.ts';
import { readWorkbook } from './workbook/read-workbook.ts';

const AT = '2023-01-10T01:00:00.000Z';
const LATER = '2023-01-11T01:00:00.000Z';
const UNITS: TestCell[][] = [
  ['单位名称', '单位类别', '分组', '别名'],
  ['县应急局', '部门', '县直部门', '县应急管理局'],
  ['县住建局（县人防办）', '部门', '县直部门', ''],
  ['大河镇', '镇', '乡镇', ''],
];
const SITES: TestCell[][] = [
  ['主办单位', '网站类别', '首页地址'],
  ['县应急管理局', '信息公开网站', 'https://www.dahe.gov.cn/yjj/'],
  ['县人防办', '信息公开网站', 'WWW.dahe.gov.cn/zjj'],
];
const COLUMNS: TestCell[][] = [
  ['主办单位', '栏目路径', '栏目类别', '更新时限', '栏目地址'],
  ['县应急局', '本级政策解读—负责人解读', '', '半年', 'https://www.dahe.gov.cn/yjj/jd/'],
  ['县应急局', '双随机一公开', '其他', '1年', ''],
];
const ACCOUNTS: TestCell[][] = [
  ['主办单位', '平台', '账号名称', '是否备案', '备案日期', '状态'],
  ['大河县应急管理局', '微信公众号', '大河应急', '是', '2019.5.6', '正常运行'],
  ['大河镇人民政府', '抖音号', '大河发布', '否', '', ''],
];
const ALL: TestSheets = { 单位: UNITS, 网站: SITES, 栏目: COLUMNS, 新媒体账号: ACCOUNTS };

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase();
});
afterEach(() => test.drop());

const load = (bytes: Uint8Array, fileName = '底册.xlsx', at = AT): Promise<ImportReport> =>
  importFile({ db: test.db, areaName: '大河县', fileName, bytes, at });
const register = async (report: ImportReport): Promise<Register> => readRegister(test.db, report.areaId);
const counts = (report: ImportReport) => Object.fromEntries(report.sheets.map((s) => [s.name, [s.added, s.changed, s.unchanged]]));

it('M21: the column library is assigned to new units by a workbook, and their column trees stand with limits', async () => {
  const { areaId } = await load(workbook({ 单位: UNITS, 网站: SITES }));
  await load(await libraryWorkbook(test, areaId), '栏目库.xlsx');
  const { columns, sites } = await readRegister(test.db, areaId);
  const of = (end: string) => {
    const site = sites.find(({ url }) => url.includes(end));
    return new Map(columns.filter(({ siteId }) => siteId === site?.id).map((column) => [column.path.join('—'), column]));
  };
  expect(of('/yjj').get('本级政策解读—负责人解读')).toMatchObject({ class: 'interpretation', limit: 'P6M', level: 2, url: null });
  expect(of('/yjj').get('本级政策解读')).toMatchObject({ limit: null, level: 1 });
  expect(of('/yjj').get('安全生产曝光台')).toMatchObject({ limit: null });
  expect([...of('/zjj').keys()]).not.toContain('安全生产曝光台');
  const left = readWorkbook(await libraryWorkbook(test, areaId), '栏目库.xlsx');
  expect(left.map(({ rows }) => rows.length)).toEqual([1]);
});

describe('a workbook of the template', () => {
  it('goes in whole, names resolved by alias, plate and official form', async () => {
    const report = await load(workbook(ALL));
    expect(counts(report)).toEqual({ 单位: [3, 0, 0], 网站: [2, 0, 0], 栏目: [3, 0, 0], 新媒体账号: [2, 0, 0] });
    const { units, sites, columns, accounts } = await register(report);
    expect(units.map((unit) => [unit.name, unit.aliases, unit.namePlates])).toEqual([
      ['县应急局', ['县应急管理局'], []],
      ['县住建局', [], ['县人防办']],
      ['大河镇', [], []],
    ]);
    const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name;
    expect(sites.map((site) => [nameOf(site.unitId), site.name, site.url])).toEqual([
      ['县应急局', '县应急局信息公开网站', 'https://www.dahe.gov.cn/yjj/'],
      ['县住建局', '县住建局信息公开网站', 'http://www.dahe.gov.cn/zjj'],
    ]);
    expect(columns.map((column) => [column.path.join('—'), column.class, column.limit, column.level])).toEqual([
      ['本级政策解读', 'interpretation', null, 1],
      ['本级政策解读—负责人解读', 'interpretation', 'P6M', 2],
      ['双随机一公开', 'other', 'P1Y', 1],
    ]);
    expect(columns[1]?.parentId).toBe(columns[0]?.id);
    expect(accounts.map((a) => [nameOf(a.unitId), a.platform, a.filing, a.filedOn, a.level])).toEqual([
      ['县应急局', 'wechat', 'filed', '2019-05-06', '县直部门'],
      ['大河镇', 'douyin', 'unfiled', null, '乡镇'],
    ]);
    expect(report.warnings).toEqual([
      '“本级政策解读—负责人解读”没有填栏目类别，按名称归为“政策解读”，请核对。',
      '抖音“大河发布”正在运行但没有备案：按“未备案”登记，单独列出，不计入合格率基数。',
    ]);
    expect(accounts.map((account) => inBaseOn(account, '2022-12-31'))).toEqual([true, false]);
  });

  it('a second time changes nothing, and both imports are on record', async () => {
    const first = await load(workbook(ALL));
    const before = await register(first);
    const second = await load(workbook(ALL), '底册.xlsx', LATER);
    expect(counts(second)).toEqual({ 单位: [0, 0, 3], 网站: [0, 0, 2], 栏目: [0, 0, 3], 新媒体账号: [0, 0, 2] });
    expect(await register(second)).toEqual(before);
    expect((await listImports(test.db, first.areaId)).imports.map((batch) => [batch.added, batch.changed])).toEqual([
      [0, 0],
      [10, 0],
    ]);
  });

  it.each([
    ['.xlsx', '底册.xlsx', () => workbook(ALL)],
    ['.xls', '底册.xls', () => workbook(ALL, { type: 'biff8' })],
    ['.ods', '底册.ods', () => workbook(ALL, { type: 'ods' })],
  ])('is read alike as %s', async (_kind, fileName, make) => {
    expect(counts(await load(make(), fileName))).toEqual({ 单位: [3, 0, 0], 网站: [2, 0, 0], 栏目: [3, 0, 0], 新媒体账号: [2, 0, 0] });
  });

  it('may have its columns in any order, a title above, notes below, and columns of its own, which are named', async () => {
    const rows: TestCell[][] = [
      ['大河县单位名单（2022年）', null, null, null],
      [null, null, null, null],
      ['备注', '联系电话', '单 位 名 称*', '序号'],
      ['甲', '0563-0000000', '县应急局', 1],
      ['', '', '示例：县某局', ''],
      ['说明：以上名单由县政府办提供', null, null, null],
    ];
    const report = await load(workbook({ 单位: rows }));
    expect(counts(report)).toEqual({ 单位: [1, 0, 0] });
    expect(report.warnings).toEqual([
      '工作表“单位”的B 列“联系电话”不在模板里，没有导入。',
      '县应急局没有填单位类别，按名称归为“部门”，请核对。',
    ]);
  });
});

describe('csv', () => {
  const text = '单位名称,单位类别,分组\r\n县应急局,部门,县直部门\r\n"大河镇",镇,乡镇\r\n';
  it.each([
    ['UTF-8', csv(text)],
    ['UTF-8 with mark', csv(text, 'utf-8', true)],
    ['GBK', csv(text, 'gbk')],
    ['GB18030', csv(`${text}县㐱局,部门,县直部门\r\n`, 'gb18030')],
    ['UTF-16 LE with mark', csv(text, 'utf-16le', true)],
    ['UTF-16 BE with mark', csv(text, 'utf-16be', true)],
    ['tabs', csv(text.replaceAll(',', '\t'))],
    ['semicolons', csv(text.replaceAll(',', ';'))],
    ['sep line', csv(`sep=,\r\n${text}`)],
  ])('%s', async (_kind, bytes) => {
    const { units } = await register(await load(bytes, '单位.csv'));
    expect(units.map((unit) => [unit.name, unit.kind]).slice(0, 2)).toEqual([
      ['县应急局', 'department'],
      ['大河镇', 'town'],
    ]);
  });
});

describe('cells', () => {
  const dated = (...cells: TestCell[]) => ({
    单位: UNITS,
    新媒体账号: [['主办单位', '平台', '账号名称', '备案日期'], ...cells.map((cell, i) => ['大河镇', '微信', `账号${i}`, cell])],
  });
  const days = async (bytes: Uint8Array, name = 'a.xlsx') =>
    (await register(await load(bytes, name))).accounts.map((account) => account.filedOn);

  it('dates are dates, however they were typed', async () => {
    const sheets = dated(dateCell(44922), ' 2022.12.27 ', '2022年12月27日', '２０２２／１２／２７', 44922, '20221227', {
      t: 'n',
      v: 44922.7,
      z: 'yyyy/m/d h:mm',
    });
    expect(await days(workbook(sheets))).toEqual(Array(7).fill('2022-12-27'));
  });

  it.each(['xlsx', 'biff8'] as const)('dates of an old Mac workbook (.%s) count from 1904', async (type) => {
    const bytes = workbook(dated(dateCell(44922 - 1462)), { type, date1904: true });
    expect(await days(bytes, type === 'xlsx' ? 'a.xlsx' : 'a.xls')).toEqual(['2022-12-27']);
  });

  it('merged cells stand for every row they cover, and a merged column of a million rows costs nothing', async () => {
    const rows = [
      ['主办单位', '微信名称', '微博名称'],
      ['大河镇', '大河发布', '大河甲'],
      [null, null, '大河乙'],
      ['县应急局', '/', '大河应急'],
    ];
    const bytes = workbook({ 单位: UNITS, 新媒体账号: rows }, { merges: { 新媒体账号: ['A2:A3', 'B2:B3', 'E1:E1048576'] } });
    const report = await load(bytes);
    const { accounts } = await register(report);
    expect(accounts.map((account) => `${account.platform} ${account.name}`)).toEqual([
      'wechat 大河发布',
      'weibo 大河甲',
      'weibo 大河乙',
      'weibo 大河应急',
    ]);
    expect(report.questions).toEqual([
      '“大河镇”在微博上有 2 个账号：大河甲、大河乙。保留哪一个？其余的请注销，或改登记到实际运营的下属单位。',
    ]);
    expect(report.warnings).toEqual(['有 4 个账号没有写明是否备案，按“待核实”登记。']);
  });

  it('a platform known by name but not listed is taken as 其他, visibly', async () => {
    const report = await load(
      workbook({
        单位: UNITS,
        新媒体账号: [
          ['主办单位', '平台', '账号名称', '是否备案'],
          ['大河镇', '小红书', '大河印象', '是'],
        ],
      }),
    );
    expect((await register(report)).accounts[0]?.platform).toBe('other');
    expect(report.warnings).toEqual(['平台“小红书”还没有单列，登记为“其他”。']);
  });
});

describe('later files', () => {
  it('closing an account leaves the days before untouched (41 on the 14th, 40 on the 15th)', async () => {
    const rows = Array.from({ length: 41 }, (_, i) => [['县应急局', '大河镇'][i % 2] as string, '微信', `账号${i}`, '是', '', '']);
    const head = [...(ACCOUNTS[0] as TestCell[]), '状态起始日期'];
    await load(workbook({ 单位: UNITS, 新媒体账号: [head, ...rows] }));
    const report = await load(
      workbook({ 新媒体账号: [head, ['县应急局', '微信', '账号0', '', '', '已关停', '2020-03-15']] }),
      '变更.xlsx',
      LATER,
    );
    expect(counts(report)).toEqual({ 新媒体账号: [0, 1, 0] });
    const { accounts } = await register(report);
    const running = (day: string) => accounts.filter((account) => stateOn(account.states, day) === 'in_operation').length;
    expect([running('2020-03-14'), running('2020-03-15'), running('2020-03-31')]).toEqual([41, 40, 40]);
    expect(accounts.find((account) => account.name === '账号0')?.filing).toBe('filed');
  });

  it('an old file cannot reopen a closed account by accident', async () => {
    const head = [...(ACCOUNTS[0] as TestCell[]), '状态起始日期'];
    const closed = ['大河镇', '微信', '大河发布', '是', '', '已关停', '2020-03-15'];
    await load(workbook({ 单位: UNITS, 新媒体账号: [head, closed] }));
    const again = workbook({ 新媒体账号: [head, ['大河镇', '微信', '大河发布', '是', '', '正常运行', '']] });
    await expect(load(again)).rejects.toMatchObject({
      faults: [{ row: 2, field: '状态', message: expect.stringContaining('登记的状态是“已关停”（2020-03-15 起），这里写的是“正常运行”') }],
    });
    const reopened = workbook({ 新媒体账号: [head, ['大河镇', '微信', '大河发布', '是', '', '正常运行', '2021-01-01']] });
    const [account] = (await register(await load(reopened))).accounts;
    expect(account?.states.map((spell) => spell.state)).toEqual(['in_operation', 'closed', 'in_operation']);
  });

  it('empty cells take nothing away; aliases grow; a new address is the same site', async () => {
    const first = await load(workbook(ALL));
    const before = await register(first);
    const second = await load(
      workbook({
        单位: [
          ['单位名称', '别名'],
          ['县应急局', '县安监局'],
        ],
        网站: [
          ['单位', '类别', '网址', '网站名称'],
          ['县应急局', '信息公开网站', 'https://new.dahe.gov.cn/', '县应急局信息公开网站'],
        ],
      }),
      '补充.xlsx',
      LATER,
    );
    expect(counts(second)).toEqual({ 单位: [0, 1, 0], 网站: [0, 1, 0] });
    const after = await register(second);
    expect(after.units[0]).toEqual({ ...before.units[0], aliases: ['县应急管理局', '县安监局'] });
    expect(after.sites[0]).toEqual({ ...before.sites[0], url: 'https://new.dahe.gov.cn/' });
  });

  it('a row under another name is the same unit, wherever it stands in the file', async () => {
    const report = await load(
      workbook({
        单位: [
          ['单位名称', '别名'],
          ['县应急管理局', ''],
          ['县应急局', '县应急管理局'],
        ],
      }),
    );
    expect((await register(report)).units.map((unit) => [unit.name, unit.aliases])).toEqual([['县应急局', ['县应急管理局']]]);
    expect(report.warnings.join()).toContain('“县应急管理局”与“县应急局”按同一单位导入。');
  });

  it('two likely names of one unit are asked about, never merged', async () => {
    const report = await load(
      workbook({
        单位: [
          ['单位名称', '单位类别'],
          ['县应急局', '部门'],
          ['县应急管理局', '部门'],
        ],
      }),
    );
    expect((await register(report)).units).toHaveLength(2);
    expect(report.questions).toEqual(['“县应急局”和“县应急管理局”是同一单位吗？是的话，请只留一行，另一个名称写进“别名”。']);
  });

  it('two imports at once: neither doubles nor half of anything', async () => {
    const results = await Promise.allSettled([load(workbook(ALL)), load(workbook(ALL), '底册.xlsx', LATER)]);
    const done = results.filter((result) => result.status === 'fulfilled');
    expect(done.length).toBeGreaterThanOrEqual(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' });
    const { units, accounts } = await register((done[0] as PromiseFulfilledResult<ImportReport>).value);
    expect([units.length, accounts.length]).toEqual([3, 2]);
  });
});

describe('posts and volumes', () => {
  const POSTS: TestCell[][] = [
    ['公众号名称', '发布时间', '文章标题', '链接', '是否原创', '截至日期', '阅读数'],
    ['大河应急', '2022-12-01 09:30', '第一篇', 'https://mp.weixin.qq.com/s/1', '是', '2022-12-27', 12],
    ['大河应急', '2022-12-20', '第二篇', '', '否', '2022-12-27', 3],
    ['大河发布', '', '', '', '', '2022-12-27', ''],
  ];

  it('the same export twice counts once, with or without its addresses (seeds D07)', async () => {
    const { areaId } = await load(workbook(ALL));
    expect(counts(await load(workbook({ 发布记录: POSTS }), '推文.xlsx'))).toEqual({ 发布记录: [2, 0, 0] });
    expect(counts(await load(workbook({ 发布记录: POSTS }), '推文.xlsx', LATER))).toEqual({ 发布记录: [0, 0, 2] });
    const withoutLinks = POSTS.map((row) => row.filter((_, i) => i !== 3));
    expect(counts(await load(workbook({ 发布记录: withoutLinks }), '推文.xlsx', LATER))).toEqual({ 发布记录: [0, 0, 2] });
    const { accounts } = await readRegister(test.db, areaId);
    const [emergency, town] = accounts as readonly [{ id: string }, { id: string }] & typeof accounts;
    expect(
      (await listPosts(test.db, emergency.id, '2022-01-01', '2022-12-31')).map((post) => [post.date, post.title, post.original]),
    ).toEqual([
      ['2022-12-01', '第一篇', true],
      ['2022-12-20', '第二篇', false],
    ]);
    const fresh = await freshDays(test.db, [emergency.id, town.id]);
    expect([fresh.get(emergency.id)?.freshOn, fresh.get(town.id)?.freshOn]).toEqual(['2022-12-27', '2022-12-27']);
  });

  it('figures of an export are kept with the post; one that cannot be read is said', async () => {
    const { areaId } = await load(workbook(ALL));
    const head = ['公众号名称', '发布时间', '文章标题', '截至日期', '阅读数', '点赞数'];
    const rows = [
      ['大河应急', '2022-12-01', '第一篇', '2022-12-27', '10万+', 12],
      ['大河应急', '2022-12-02', '第二篇', '2022-12-27', '很多', ''],
    ];
    const report = await load(workbook({ 发布记录: [head, ...rows] }), '推文.xlsx');
    expect(report.warnings).toEqual(['“发布记录”第 3 行（很多）里有看不懂的阅读数或点赞数（应为 687、10万+ 这样的数），没有导入。']);
    const [account] = (await readRegister(test.db, areaId)).accounts;
    const posts = await listPosts(test.db, account?.id as string, '2022-12-01', '2022-12-31');
    expect(posts.map(({ reads, likes }) => [reads, likes])).toEqual([
      [
        { value: 100_000, atLeast: true },
        { value: 12, atLeast: false },
      ],
      [undefined, undefined],
    ]);
  });

  it('without a vouched day nothing is concluded, and the report says so', async () => {
    await load(workbook(ALL));
    const report = await load(
      workbook({
        发布记录: [
          ['账号', '日期', '标题'],
          ['大河应急', '2022-12-01', '第一篇'],
        ],
      }),
      '推文.csv.xlsx',
    );
    expect(report.warnings).toEqual(['大河应急没有填截至日期，不能据此判断是否超期未更新。']);
  });

  it('volumes: total rows are left out, an empty cell is not 0, a later file completes the row', async () => {
    const { areaId } = await load(workbook(ALL));
    const rows = [
      ['2022年12月信息报送情况'],
      ['单位', '报送', '审发', '错情'],
      ['县应急管理局', '1,012', 10, ''],
      ['大河镇', '3条', 3, ''],
      ['合计', 1015, 13, ''],
    ];
    const report = await load(workbook({ 信息报送: rows }), '信息.xlsx');
    expect(report.warnings).toEqual(['“信息报送”第 5 行是合计、小计行，只用来核对，没有导入。']);
    await load(
      workbook({
        信息量: [
          ['单位', '期间', '错情'],
          ['大河镇', '2022-12', 0],
        ],
      }),
      '错情.xlsx',
      LATER,
    );
    const volumes = await listVolumes(test.db, areaId, '2022-12');
    expect(volumes.map((volume) => [volume.submitted, volume.approved, volume.errors])).toEqual([
      [1012, 10, null],
      [3, 3, 0],
    ]);
  });
});
