import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { simulatedClock } from '../../collect/clock.ts';
import { type Net, openNet } from '../../collect/index.ts';
import { lookAtSite } from '../../collect/site/look-at-site.ts';
import { listPage, smallSite } from '../../collect/testing/small-site.ts';
import { dateAt, instantOf } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { insertFacts } from '../../store/facts.ts';
import { acceptLook, listReadingRules, retireReadingRule } from '../../store/reading-rules.ts';
import { writeRegister } from '../../store/register.ts';
import type { Column } from '../../subjects/column.ts';
import type { App } from '../open.ts';
import { readingAlarms } from './alarms.ts';
import { columnJobs } from './column-jobs.ts';
import { findColumn } from './find-column.ts';
import { acceptRule, draftRule } from './make-rule.ts';
import { readSelectors } from './selectors-file.ts';
import { testRule } from './self-test.ts';

const areaId = WORLD.county.id;
const TITLES = ['关于停水检修的紧急通知', '关于城区道路施工的通告', '关于征集意见建议的公告', '关于开展安全检查的通知'];
const PAGE = listPage(
  '通知公告',
  TITLES.map((title, i) => [title, `/a${i}.html`, `2026-11-1${6 - i}`] as const),
);
const REDESIGNED = `<html><head><title>通知公告_某县</title></head><body><section class="app"><h2>往期</h2>${[1, 2, 3].map((i) => `<article class="card"><a href="/o${i}.html">往年工作情况的通报第${i}期</a><time>2019-05-0${i}</time></article>`).join('')}</section></body></html>`;

describe('a column watched day by day', () => {
  const home = mkdtempSync(join(tmpdir(), 'mingcha-reading-'));
  let database: TestDatabase;
  let server: Awaited<ReturnType<typeof smallSite>>;
  let net: Net;
  let app: App;
  let now = instantOf('2026-11-17', '09:00');
  let column: Column & { url: string };
  beforeAll(async () => {
    database = await testDatabase();
    server = await smallSite({ '/': '<html><body>首页</body></html>' });
    net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, obeyRobots: false });
    const [site] = WORLD.register.sites;
    const [first] = WORLD.register.columns;
    if (!site || !first) throw new Error('the world has no column');
    const url = `${server.origin}/tz/`;
    await writeRegister(database.db, { ...WORLD.register, columns: [{ ...first, url }] });
    const config = { home, databaseUrl: database.url, allowNetworks: ['127.0.0.1/32'], host: '', port: 0, contact: null };
    app = { db: database.db, databaseUrl: database.url, blobs: folderStore(home), config, now: () => now, close: async () => undefined };
    column = await findColumn(app, areaId, url);
  });
  afterAll(async () => {
    await server.close();
    await net.close();
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  });

  /** One day's look, kept as a scan keeps it. */
  async function day(date: string, html: string): Promise<Fact<'column-list'>> {
    now = instantOf(date, '09:00');
    server.pages['/tz/'] = html;
    const columns = await columnJobs(app, column.siteId, [column], date);
    const deps = { net, blobs: app.blobs, clock: simulatedClock(now), settings: { probes: 0, maxLooks: 1 } };
    for await (const { facts } of lookAtSite({ site: { id: column.siteId, url: `${server.origin}/` }, columns, day: date }, deps)) {
      const fact = facts.find((one): one is Fact<'column-list'> => one.kind === 'column-list');
      if (fact) {
        await insertFacts(app.db, [fact]);
        return fact;
      }
    }
    throw new Error('no look');
  }
  const alarms = async () => (await readingAlarms(app, areaId)).map(({ kind }) => kind);
  const make = async () => acceptRule(app, column, await draftRule(net, column.url, { nth: 1, selectors: null }, dateAt(now)), '张三');

  it('gives no alarm while it goes on from day to day', async () => {
    await day('2026-11-17', PAGE);
    expect((await day('2026-11-18', PAGE)).data.continuity).toEqual({ trusted: null, doubt: null });
    expect(await alarms()).toEqual([]);
  });

  it('is doubted after a redesign, on the tenth day as on the first, until the page is as before', async () => {
    for (const date of ['2026-11-19', '2026-11-20', '2026-12-20']) {
      expect((await day(date, REDESIGNED)).data.continuity?.doubt).toEqual({ kind: 'replaced', since: instantOf('2026-11-19', '09:00') });
      expect(await alarms()).toEqual(['replaced']);
    }
    expect((await day('2026-12-21', PAGE)).data.continuity?.doubt).toBeNull();
    expect(await alarms()).toEqual([]);
  });

  it('with a rule is held fast by it: the redesign is unreadable and an alarm, and never an older date', async () => {
    const rule = await make();
    expect(rule.example.rows.map(({ title }) => title)).toEqual(TITLES);
    expect((await day('2026-12-22', PAGE)).data).toMatchObject({ newestDate: '2026-11-16', rule: { id: rule.id, fault: null } });
    const { data } = await day('2026-12-23', REDESIGNED);
    expect(data).toMatchObject({ state: 'unreadable', newestDate: null, rule: { fault: 'structure-gone' } });
    expect(await alarms()).toEqual(['structure-gone']);
  });

  it('is read again by a rule made for the new page, which settles the alarm', async () => {
    const before = await listReadingRules(app.db, [column.siteId]);
    const rule = await make();
    expect(rule.id).not.toBe(before[0]?.id);
    expect(await alarms()).toEqual([]);
    const { data } = await day('2026-12-24', REDESIGNED);
    expect(data).toMatchObject({ state: 'items', newestDate: '2019-05-03', continuity: { trusted: null, doubt: null } });
    expect(await listReadingRules(app.db, [column.siteId])).toHaveLength(1);
  });

  it('is read by nothing when its rule fails its own example, and says so', async () => {
    const [rule] = await listReadingRules(app.db, [column.siteId]);
    if (!rule) throw new Error('no rule');
    expect(await testRule(app, rule)).toBeNull();
    const [row] = rule.example.rows;
    const changed = {
      ...rule,
      example: { ...rule.example, rows: [{ title: row?.title ?? '', date: '2019-05-09' }, ...rule.example.rows.slice(1)] },
    };
    expect(await testRule(app, changed)).toBe('example-broken');
    expect(await testRule(app, { ...rule, example: { ...rule.example, blob: '0'.repeat(64) } })).toBe('example-broken');
    await app.db
      .updateTable('readingRule')
      .set({ exampleRows: JSON.stringify(changed.example.rows) })
      .where('id', '=', rule.id)
      .execute();
    expect((await day('2026-12-25', REDESIGNED)).data).toMatchObject({ state: 'unreadable', rule: { fault: 'example-broken' } });
    expect(await alarms()).toEqual(['example-broken']);
  });

  it('goes back to the general reader when the rule is dropped, doubted against what the rule last read', async () => {
    await retireReadingRule(app.db, column.siteId, column.id, now);
    expect((await day('2026-12-26', PAGE)).data.continuity?.doubt?.kind).toBe('replaced');
  });

  it('is measured by a look that somebody vouched for', async () => {
    const look = await day('2026-12-27', PAGE);
    expect(look.data.continuity?.doubt?.kind).toBe('replaced');
    await acceptLook(app.db, { siteId: column.siteId, columnId: column.id, factId: look.id, acceptedAt: now, acceptedBy: '张三' });
    expect(await alarms()).toEqual([]);
    expect((await day('2026-12-28', PAGE)).data.continuity).toEqual({ trusted: null, doubt: null });
  });

  it.each([
    ['http://nowhere.example/', '底册中没有栏目'],
    ['没有的栏目', '底册中没有栏目'],
  ])('a column that is not in the register is refused: %s', async (text, message) => {
    await expect(findColumn(app, areaId, text)).rejects.toThrow(message);
  });

  it('a page without a list, and one that does not open, make no rule', async () => {
    server.pages['/tz/'] = '<html><body><p>正在建设</p></body></html>';
    await expect(make()).rejects.toMatchObject({ code: 'not-found' });
    await expect(draftRule(net, `${server.origin}/gone/`, { nth: 1, selectors: null }, '2026-12-28')).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('selectors written by hand', () => {
  it('are read with what they leave open', () => {
    expect(readSelectors('{"container":"ul.list","row":"> li","date":"span"}', 'r.json')).toEqual({
      container: 'ul.list',
      row: '> li',
      title: null,
      link: null,
      date: 'span',
    });
  });

  it.each([
    ['not JSON', 'x', 'r.json 不是阅读规则'],
    ['no row', '{"container":"ul"}', 'row'],
    ['an unknown part', '{"container":"ul","row":"li","pager":"a"}', 'r.json 不是阅读规则'],
    ['a selector outside of the subset', '{"container":"ul","row":"li:hover"}', '选择器“li:hover”写法不对'],
  ])('are refused: %s', (_name, text, message) => expect(() => readSelectors(text, 'r.json')).toThrow(message));
});
