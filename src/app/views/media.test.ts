import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORLD } from '../../../tests/support/store-world.ts';
import { type Served, serveApp } from '../../../tests/web/serve.ts';
import { accountHealth } from '../../contract/endpoints/account-health.ts';
import { accountOutput } from '../../contract/endpoints/account-output.ts';
import { picturesWeaknesses } from '../../contract/endpoints/pictures-weaknesses.ts';
import { sync } from '../../contract/endpoints/sync.ts';
import { ACCOUNTS_LISTS, type AccountsList } from '../../core/accounts-list.ts';
import { instantOf } from '../../core/date.ts';
import { makeFact } from '../../evidence/fact.ts';
import { insertFacts } from '../../store/facts.ts';
import { upsertPosts } from '../../store/posts.ts';
import { writeRegister } from '../../store/register.ts';
import type { Account, Site } from '../../subjects/channel.ts';
import { closePeriod } from '../periods/close-period.ts';
import { changeSettings } from '../settings/change-settings.ts';

const { account, county, register, site } = WORLD;
const IN_OPERATION = [{ state: 'in_operation', from: '2000-01-01' }] as const;
const PORTAL: Site = {
  ...site,
  id: 'site_portal',
  kind: 'portal',
  name: '县政府门户网站',
  url: 'http://www.dahe.gov.cn/',
  states: IN_OPERATION,
};
const WECHAT: Account = { ...account, filing: 'filed', states: IN_OPERATION, adapter: 'sheet', feedUrl: null };
const QUIET: Account = { ...WECHAT, id: 'account_quiet', name: '没人采集' };

let served: Served;
beforeAll(async () => {
  served = await serveApp(null);
  const { db } = served.app;
  await writeRegister(db, { ...register, sites: [...register.sites, PORTAL], accounts: [WECHAT, QUIET] });
  const item = (title: string, date: string | null, href: string) => ({
    title,
    href,
    date,
    dateSource: date === null ? null : ('visible' as const),
    pinned: false,
  });
  const list = (day: string, items: ReturnType<typeof item>[]) =>
    makeFact({
      kind: 'column-list',
      channelId: PORTAL.id,
      subjectId: 'c',
      at: instantOf(day, '09:00'),
      source: PORTAL.url,
      how: 'http/1',
      blob: null,
      data: { columnId: 'c', url: PORTAL.url, outcome: 'ok', state: 'items', items, newestDate: day, undated: 0, pages: 1 },
    });
  const article = { url: 'http://www.dahe.gov.cn/2.html', columnId: 'c', outcome: 'ok', metaDate: null, source: null } as const;
  await insertFacts(db, [
    list('2022-12-05', [
      item('大河县召开防汛会议', '2022-12-01', '/1.html'),
      item('关于做好2022年医保…', '2022-12-02', '/2.html'),
      item('没有日期', null, '/3.html'),
    ]),
    list('2022-12-06', [
      item('大河县召开防汛会议', '2022-12-01', '/1.html'),
      item('只在门户', '2022-12-03', '/4.html'),
      item('上个月的', '2022-11-30', '/5.html'),
    ]),
    makeFact({
      kind: 'article',
      channelId: PORTAL.id,
      subjectId: 'a',
      at: instantOf('2022-12-05', '09:01'),
      source: article.url,
      how: 'http/1',
      blob: null,
      data: { ...article, title: '关于做好2022年医保参保工作的通知', publishDate: '2022-12-02' },
    }),
  ]);
  const post = (title: string, date: string) => ({
    accountId: WECHAT.id,
    title,
    date,
    url: null,
    original: null,
    source: '表',
    blob: null,
  });
  await upsertPosts(db, [
    post('【要闻】大河县召开防汛会议', '2022-12-04'),
    post('关于做好2022年医保参保工作的通知', '2022-12-01'),
    post('=只在账号', '2022-12-07'),
  ]);
});
afterAll(() => served?.stop());

const get = async (path: string) => (await served.as()).fetch(`${served.url}/api/areas/${county.id}${path}`);

it('M18: the same title on portal and account three days apart has lag 3, and one side only is listed', async () => {
  const said = sync.output.parse(await (await get('/sync?period=2022-12')).json());
  expect(said.items.map(({ title, on }) => [title, on.map(({ lag, likeness }) => [lag, likeness])])).toEqual([
    ['大河县召开防汛会议', [[3, 'equal']]],
    ['关于做好2022年医保参保工作的通知', [[-1, 'equal']]],
    ['只在门户', []],
  ]);
  expect(said.accounts).toMatchObject([
    { name: WECHAT.name, seen: true, posts: 3, matched: 2, medianLag: -1, accountOnly: [{ title: '=只在账号' }] },
    { name: '没人采集', seen: false, posts: 0, matched: 0, medianLag: null, accountOnly: [] },
  ]);
  expect([said.undated, said.period.to]).toEqual([1, '2022-12-31']);
});

it('every list is saved as a workbook under its cut-off and rule version, words that look like a formula as words', async () => {
  const saved = async (list: AccountsList) => {
    const answer = await get(`/accounts-lists/${list}?period=2022-12`);
    expect([list, answer.status, answer.headers.get('content-disposition')?.includes('.xlsx')]).toEqual([list, 200, true]);
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell ?? ''));
  };
  for (const list of ACCOUNTS_LISTS) {
    const [title, cutoff, rule, filters, head] = await saved(list);
    expect([list, title?.[0]]).toEqual([list, expect.stringContaining(county.name)]);
    expect(cutoff?.[0]).toMatch(/^统计截止：\d{4}-\d\d-\d\d　共 \d+ 行$/);
    expect(rule?.[0]).toMatch(/^规则版本：[a-z-]+\/1（/);
    expect(filters?.[0]).toMatch(/^筛选条件：(?:无，全部列出|只看“.+”)$/);
    expect(head?.length).toBeGreaterThan(4);
  }
  const rows = (await saved('sync')).slice(5);
  expect(rows.map((row) => [row[0], row[1], row[7]])).toEqual([
    ['两边都有', '大河县召开防汛会议', 3],
    ['两边都有', '关于做好2022年医保参保工作的通知', -1],
    ['仅门户网站', '只在门户', ''],
    ['仅账号', '', ''],
    ['没有采集到该账号', '', ''],
  ]);
  expect(rows[3]?.[5]).toBe('=只在账号');
  expect((await get('/accounts-lists/nothing')).status).toBe(400);
});

it('refuses a period that is none, and an area that is not there', async () => {
  expect((await get('/sync?period=2022-13')).status).toBe(400);
  expect((await (await served.as()).fetch(`${served.url}/api/areas/area_none/sync`)).status).toBe(404);
});

it('health of every account in operation, with what to do', async () => {
  const said = accountHealth.output.parse(await (await get('/account-health')).json());
  expect(said.rows.map(({ state, next }) => [state.name, next !== null])).toEqual([
    ['未配置', true],
    ['未配置', true],
  ]);
  expect(said.counts.find(({ code }) => code === 'none')?.count).toBe(2);
});

describe('M13: 发布量少、原创比例低', () => {
  const BUSY: Account = { ...WECHAT, id: 'account_busy', name: '大河微讯', adapter: 'feed', feedUrl: 'http://feed.example/1' };
  const shown = async () => accountOutput.output.parse(await (await get('/account-output?period=2022-11')).json()).rows;
  const close = () => {
    const at = instantOf('2022-11-30', '20:00');
    return closePeriod({ ...served.app, now: () => at }, county.id, '2022-11', {
      ...{ cutoff: '2022-11-30', day: '2022-11-30', at },
      by: { role: 'office', unitId: null, name: '王敏' },
    });
  };

  beforeAll(async () => {
    await writeRegister(served.app.db, { ...register, sites: [...register.sites, PORTAL], accounts: [WECHAT, QUIET, BUSY] });
    const posts = Array.from({ length: 20 }, (_, i) => ({
      ...{ title: `第${i}条`, url: `http://feed.example/${i}`, original: i === 0 },
      date: `2022-11-${String(i + 11)}`,
    }));
    const older = { title: '上月', url: 'http://feed.example/o', date: '2022-10-30', original: true };
    const data = { adapter: 'feed', outcome: 'ok', freshOn: '2022-11-30', newestDate: '2022-11-30' } as const;
    const of = { kind: 'account-posts', channelId: BUSY.id, subjectId: BUSY.id, source: 'f', how: 'feed/1', blob: null } as const;
    await insertFacts(served.app.db, [
      makeFact({ ...of, at: instantOf('2022-11-30', '09:00'), data: { ...data, posts: [older, ...posts], error: null } }),
    ]);
  });

  it('an account with 1 original of 20 is listed under weakness, and its verdict stays 合格', async () => {
    await changeSettings(served.app, county.id, { profile: 'langxi' });
    await close();
    expect((await shown()).find(({ id }) => id === BUSY.id)).toMatchObject({
      ...{ seen: true, posts: 20, originals: 1, marked: 20, weaknesses: ['20条中原创1条'] },
      verdict: { code: 'pass', name: '合格' },
    });
    expect((await shown()).find(({ id }) => id === QUIET.id)).toMatchObject({ seen: false, weaknesses: [] });
    // Posts are counted up to the cut-off of the period, whatever day the file is saved on.
    const file = await (await get('/accounts-lists/output?period=2022-11')).arrayBuffer();
    expect((await readXlsx(new Uint8Array(file))).sheets[0]?.rows[1]?.[0]).toMatch(/^统计截止：2022-11-30/);
    const listed = picturesWeaknesses.output.parse(await (await get('/pictures/weaknesses?period=2022-11')).json());
    expect(listed.channels.map(({ name, verdict, lines }) => [name, verdict?.name, lines.map(({ text }) => text)])).toEqual([
      [BUSY.name, '合格', ['20条中原创1条']],
    ]);
    expect(await served.app.db.selectFrom('problem').select('id').where('channelId', '=', BUSY.id).execute()).toEqual([]);
  });

  it.each([
    ['1 in 20 is enough', { minimumOriginalShare: 0.05 }, []],
    ['21 posts are wanted', { minimumPosts: 21, minimumOriginalShare: 0 }, ['近30天仅发布20条']],
  ])('the thresholds are settings of the area: %s', async (_, options, weaknesses) => {
    await changeSettings(served.app, county.id, { sheet: { confirmed: [], overrides: [{ check: 'account-low-output', options }] } });
    await close();
    const row = (await shown()).find(({ id }) => id === BUSY.id);
    expect([row?.weaknesses, row?.verdict?.name]).toEqual([weaknesses, '合格']);
  });
});
