import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveApp } from '../../../tests/web/serve.ts';
import { activities } from '../../contract/endpoints/activities.ts';
import { interactions } from '../../contract/endpoints/interactions.ts';
import { platformItems } from '../../contract/endpoints/platform-items.ts';
import { practices } from '../../contract/endpoints/practices.ts';
import { reposts } from '../../contract/endpoints/reposts.ts';
import { instantOf } from '../../core/date.ts';
import { sha256 } from '../../core/id.ts';
import { makeFact } from '../../evidence/fact.ts';
import { insertFacts } from '../../store/facts.ts';
import type { ImportReport } from '../import/import-report.ts';
import { importUpload } from '../import/import-upload.ts';
import { type TestSheets, workbook } from '../import/testing/workbooks.ts';
import { activitiesFile } from './activities-file.ts';

const AT = '2023-01-10T01:00:00.000Z';
const NAMES = ['甲', '乙', '丙', '丁', '戊'];

let served: Served;
let areaId = '';
beforeAll(async () => {
  served = await serveApp(null);
  const report = await load({
    单位: [['单位名称', '单位类别'], ...NAMES.map((name) => [`${name}镇`, '镇'])],
    新媒体账号: [['主办单位', '平台', '账号名称', '是否备案'], ...NAMES.map((name) => [`${name}镇`, '微信', `${name}镇发布`, '是'])],
    发布记录: [
      ['账号名称', '发布日期', '标题', '截至日期'],
      ['甲镇发布', '2022-12-20', '国务院办公厅印发政务公开工作要点', '2022-12-31'],
      ['乙镇发布', '2022-12-21', '【转载】国务院办公厅印发政务公开工作要点', '2022-12-31'],
      ['丙镇发布', '2022-12-20', '转发：国务院办公厅印发政务公开工作要点', '2022-12-31'],
      ['丁镇发布', '2022-12-20', '丁镇印发政务公开工作要点', '2022-12-31'],
      ['戊镇发布', '2022-12-02', '戊镇第三届冬枣节开幕', '2022-12-31'],
    ],
  });
  areaId = report.areaId;
});
afterAll(() => served?.stop());

const load = (sheets: TestSheets): Promise<ImportReport> =>
  importUpload({ db: served.app.db, blobs: served.app.blobs, areaName: '大河县', fileName: '表.xlsx', bytes: workbook(sheets), at: AT });
const counts = ({ sheets }: ImportReport) => sheets.map(({ name, added, changed, unchanged }) => [name, added, changed, unchanged]);
const get = async (path: string): Promise<unknown> => (await (await served.as()).fetch(`${served.url}/api/areas/${areaId}/${path}`)).json();
const faultsOf = async (sheets: TestSheets): Promise<unknown> =>
  load(sheets).then(
    () => [],
    (error) => error.faults.map((fault: { row: number; field: string; message: string }) => `${fault.row}|${fault.field}|${fault.message}`),
  );

describe('政府信息公开平台 (seeds D07)', () => {
  const head = ['信息编号', '信息标题', '公开日期', '公开单位'];
  const rows = [
    ['100', '水质公告', '2022-12-01', '甲镇'],
    ['101', '水质公告', '2022-12-01', '甲镇'],
    ['102', '预算公开', '2022-12-05', ''],
  ];
  it('the same export twice: totals unchanged', async () => {
    expect(counts(await load({ 公开平台信息: [head, ...rows] }))).toEqual([['公开平台信息', 3, 0, 0]]);
    const before = platformItems.output.parse(await get('platform-items?period=2022-12'));
    expect(counts(await load({ 公开平台信息: [head, ...rows, rows[0] as string[]] }))).toEqual([['公开平台信息', 0, 0, 3]]);
    expect(platformItems.output.parse(await get('platform-items?period=2022-12'))).toEqual(before);
    expect([before.total, before.withoutUnit, before.units.map(({ name, count }) => [name, count])]).toEqual([3, 1, [['甲镇', 2]]]);
  });
  it('a corrected item is the same item; without a number its address, else its title tells', async () => {
    expect(counts(await load({ 公开平台信息: [head, ['102', '预算公开（更正）', '2022-12-06', '乙镇']] }))).toEqual([
      ['公开平台信息', 0, 1, 0],
    ]);
    const bare = { 公开平台信息: [head.slice(1), ['简报', '2022-11-01', '甲镇'], ['简报', '2022-11-02', '甲镇']] };
    expect([counts(await load(bare)), counts(await load(bare))]).toEqual([[['公开平台信息', 2, 0, 0]], [['公开平台信息', 0, 0, 2]]]);
  });
  it('two rows of one number that differ are a fault with both places', async () => {
    expect(await faultsOf({ 公开平台信息: [head, ['9', '甲', '2022-12-01', ''], ['9', '乙', '2022-12-01', '']] })).toEqual([
      '3|undefined|与第 2 行是同一条，内容却不同，请只保留正确的一行',
    ]);
    expect(await faultsOf({ 公开平台信息: [head, ['9', '甲', '2023-01-11', '']] })).toEqual([expect.stringContaining('晚于导入当天')]);
  });
});

describe('M17: 转载', () => {
  it('an item due in 24 hours: 3 of 5 done, 2 listed', async () => {
    await load({
      转载任务: [
        ['标题', '发布时间', '转载期限'],
        ['国务院办公厅印发政务公开工作要点', '2022-12-20 09:30', '24小时'],
      ],
    });
    const { rows, channels } = reposts.output.parse(await get('reposts?period=2022-12'));
    expect(rows).toMatchObject([{ due: '2022-12-21T01:30:00.000Z', publishedOn: '2022-12-20' }]);
    const nameOf = new Map(channels.map(({ id, name }) => [id, name]));
    expect(rows[0]?.channels.map(({ channelId, state, on }) => [nameOf.get(channelId), state.code, on])).toEqual([
      ['甲镇发布', 'done', '2022-12-20'],
      ['乙镇发布', 'done', '2022-12-21'],
      ['丙镇发布', 'done', '2022-12-20'],
      ['丁镇发布', 'missing', null],
      ['戊镇发布', 'missing', null],
    ]);
  });
  it('the same of five sites, by what their lists showed: a page looked at again unchanged says no more and no less', async () => {
    await load({
      网站: [['主办单位', '网站类别', '首页地址'], ...NAMES.map((name, i) => [`${name}镇`, '信息公开网站', `http://s${i}.example/`])],
      转载任务: [
        ['标题', '发布时间', '转载期限'],
        ['国务院关于加强数字政府建设的指导意见', '2022-12-06 09:00', '24小时'],
      ],
    });
    const { channels } = reposts.output.parse(await get('reposts?period=2022-12'));
    const sites = NAMES.map((name) => channels.find((channel) => channel.name.startsWith(`${name}镇信息公开`))?.id ?? '');
    const [whole, other] = ['国务院关于加强数字政府建设的指导意见', '本镇召开民主生活会'];
    const look = (i: number, day: number, bytes: string, titles: readonly (readonly [string, string])[]) =>
      makeFact({
        ...{ kind: 'column-list', channelId: sites[i] as string, subjectId: `column_${i}`, at: instantOf(`2022-12-0${day}`, '09:00') },
        ...{ source: `http://s${i}.example/`, how: 'http/1', blob: sha256(bytes) },
        data: {
          ...{
            columnId: `column_${i}`,
            url: `http://s${i}.example/`,
            outcome: 'ok',
            state: 'items',
            newestDate: null,
            undated: 0,
            pages: 1,
          },
          items: titles.map(([title, date]) => ({ title, date, href: `${date}.html`, dateSource: 'visible' as const, pinned: false })),
        },
      });
    await insertFacts(served.app.db, [
      ...[5, 6, 7].map((day) => look(0, day, 'nothing yet', [[other, '2022-12-01']])),
      ...[8, 9].map((day) =>
        look(0, day, 'there', [
          [whole, '2022-12-06'],
          [other, '2022-12-01'],
        ]),
      ),
      look(1, 7, 'b', [[`转发：${whole}`, '2022-12-07']]),
      ...[7, 8, 9].map((day) => look(2, day, 'c', [[whole, '2022-12-07']])),
      look(3, 7, 'd', [[other, '2022-12-06']]),
      look(4, 9, 'e', [[`${whole}的解读会召开`, '2022-12-06']]),
    ]);
    const { rows } = reposts.output.parse(await get('reposts?period=2022-12'));
    const of = rows.find(({ title }) => title === whole);
    expect(sites.map((id) => of?.channels.find(({ channelId }) => channelId === id)).map((one) => [one?.state.code, one?.on])).toEqual([
      ['done', '2022-12-06'],
      ['done', '2022-12-07'],
      ['done', '2022-12-07'],
      ['missing', null],
      ['missing', null],
    ]);
  });
  it.each([
    ['', '2022-12-21T01:30:00.000Z'],
    ['48小时内', '2022-12-22T01:30:00.000Z'],
    ['2022-12-21 18:00', '2022-12-21T10:00:00.000Z'],
    ['2022年12月21日', '2022-12-21T16:00:00.000Z'],
  ])('a deadline of “%s”', async (due, expected) => {
    const title = `另一条${due}`;
    await load({
      转载任务: [
        ['标题', '发布时间', '转载期限'],
        [title, '2022-12-20 09:30', due],
      ],
    });
    const { rows } = reposts.output.parse(await get('reposts?period=2022-12'));
    expect(rows.find((row) => row.title === title)?.due).toBe(expected);
  });
  it('a deadline before the item, or none that can be read', async () => {
    const head = ['标题', '发布时间', '转载期限'];
    expect(await faultsOf({ 转载任务: [head, ['甲', '2022-12-20', '2022-12-18']] })).toEqual(['2|转载期限|不晚于原文发布时间，应晚于它']);
    expect(await faultsOf({ 转载任务: [head, ['甲', '2022-12-20', '尽快']] })).toEqual([expect.stringContaining('2|转载期限|不是日期')]);
  });
});

it('R12: 互动, 4500余 is kept as at least 4500 and printed with 余', async () => {
  const head = ['账号名称', '期间', '咨询数', '线索数'];
  await load({ 互动情况: [head, ['甲镇发布', '2022年12月', '4500余', '12'], ['乙镇发布', '2022年12月', '20', '']] });
  const { rows, totals } = interactions.output.parse(await get('interactions?period=2022-12'));
  expect(rows[0]?.counts.slice(0, 2)).toMatchObject([
    { code: 'consultations', count: { value: 4500, atLeast: true }, text: '4500余' },
    { code: 'leads', count: { value: 12, atLeast: false }, text: '12' },
  ]);
  expect(totals.map(({ text }) => text)).toEqual(['4520余', '12', null, null]);
  expect(await faultsOf({ 互动情况: [head, ['甲镇发布', '2022年12月', '若干', '']] })).toEqual([
    expect.stringContaining('2|咨询数|不是数目'),
  ]);
  expect(await faultsOf({ 互动情况: [head, ['无此账号', '2022年12月', '1', '']] })).toEqual([expect.stringContaining('没有登记这个账号')]);
});

it('R13: 优质账号, three forms in a quarter are proposed', async () => {
  const row = (form: string, day: string, name = '甲镇发布') => [name, day, form, ''];
  await load({
    优质作品: [
      ['账号名称', '发布日期', '表现形式', '链接'],
      ...['海报', '漫画', '直播'].map((form) => row(form, '2022-12-01')),
      row('海报', '2022-12-01', '乙镇发布'),
      row('漫画', '2022-12-02', '乙镇发布'),
    ],
  });
  const { proposals, works } = practices.output.parse(await get('practices?period=2022-Q4'));
  expect(proposals.map(({ name, forms, quarter }) => [name, forms, quarter])).toEqual([['甲镇发布', ['海报', '漫画', '直播'], '2022-Q4']]);
  expect(works).toHaveLength(5);
});

it('R16: 活动 linked to its posts, listed when there is none after 7 days', async () => {
  await load({
    活动: [
      ['活动名称', '活动日期', '主办单位'],
      ['第三届冬枣节', '2022-12-01', '戊镇'],
      ['冬季招聘会', '2022-12-01', '甲镇'],
    ],
  });
  const said = activities.output.parse(await get('activities?period=2022-12'));
  expect(said.rows.map(({ name, posts, lacking }) => [name, posts.map(({ title }) => title), lacking])).toEqual(
    expect.arrayContaining([
      ['第三届冬枣节', ['戊镇第三届冬枣节开幕'], false],
      ['冬季招聘会', [], true],
    ]),
  );
  expect(said.lacking).toBe(1);
});

it('U10: 活动, leading body, host and post are kept; the copy for the public goes without the name', async () => {
  const sheet = {
    活动: [
      ['活动名称', '活动日期', '主办单位', '领导机构', '主持人职务', '主持人姓名'],
      ['政务公开工作推进会', '2022-11-03', '甲镇', '县政务公开工作领导小组办公室', '县委常委、副县长', '赵钱孙'],
    ],
  };
  expect([counts(await load(sheet)), counts(await load(sheet))]).toEqual([[['活动', 1, 0, 0]], [['活动', 0, 0, 1]]]);
  const said = activities.output.parse(await get('activities?period=2022-11'));
  expect(said.rows.map(({ host }) => host)).toEqual([{ body: '县政务公开工作领导小组办公室', post: '县委常委、副县长', name: '赵钱孙' }]);
  const wordsIn = async (copy: 'office' | 'public'): Promise<string> => {
    const { bytes } = await activitiesFile(served.app, areaId, '2022-11', copy);
    const zip = await JSZip.loadAsync(bytes);
    return (await Promise.all(Object.values(zip.files).map((file) => file.async('string')))).join();
  };
  const [own, open] = [await wordsIn('office'), await wordsIn('public')];
  expect([own.includes('赵钱孙'), open.includes('赵钱孙'), open.includes('县委常委、副县长')]).toEqual([true, false, true]);
});
