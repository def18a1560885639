import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegister, readScenario } from '../../../samples/load.ts';
import { type RunningSample, startSample } from '../../../samples/start.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { readRegister } from '../../store/register.ts';
import { columnName } from '../../subjects/column.ts';
import { importFile } from '../import/import-file.ts';
import { type DiscoverRequest, discoverColumns } from './discover-columns.ts';
import type { Discovery } from './discovery.ts';
import { discoverySummary } from './summary.ts';
import { discoveryWorkbook } from './workbook.ts';

const LOOPBACK = { allowNetworks: ['127.0.0.0/8'], contact: null };
const discover = (url: string, request: Partial<DiscoverRequest> = {}): Promise<Discovery> =>
  discoverColumns(LOOPBACK, { url, maxPages: null, ...request });

describe('sample sites of three content systems', () => {
  let sample: RunningSample;
  beforeAll(async () => {
    sample = await startSample({ area: 'langxi-2022', port: 0, controlPort: 0, now: '2022-12-27T01:00:00Z' });
  });
  afterAll(() => sample.close());

  it.each(['lists', 'tables', 'cards'] as const)(
    '%s: every registered column with its path and address, and nothing else',
    async (style) => {
      const register = loadRegister('langxi-2022', sample.port);
      const { styles } = readScenario('langxi-2022');
      const nameOf = new Map(register.units.map((unit) => [unit.id, unit.name]));
      for (const site of register.sites.filter((s) => styles[nameOf.get(s.unitId) as string] === style).slice(0, 4)) {
        const { columns, siteMap, limited } = await discover(site.url);
        const truth = register.columns.filter((column) => column.siteId === site.id && column.url !== null);
        const line = ({ path, url }: { path: readonly string[]; url: string | null }): string => `${columnName(path)} ${url}`;
        expect(columns.map(line).toSorted()).toEqual(truth.map(line).toSorted());
        expect(columns.every(({ state, items, newestDate }) => state === 'list' && items > 0 && newestDate !== null)).toBe(true);
        expect([siteMap, limited]).toEqual([`${site.url}wzdt.html`, false]);
      }
    },
  );

  it('the workbook goes into an empty area as it is, and the columns stand', async () => {
    const site = loadRegister('langxi-2022', sample.port).sites[7] as { url: string };
    const discovery = await discover(site.url);
    const test = await testDatabase();
    try {
      const bytes = await discoveryWorkbook(discovery, '县测试局');
      const report = await importFile({ db: test.db, areaName: '测试县', fileName: '栏目.xlsx', bytes, at: '2022-12-27T01:00:00Z' });
      expect([report.warnings, report.questions]).toEqual([[], []]);
      const { units, sites, columns } = await readRegister(test.db, report.areaId);
      expect([units.map((unit) => unit.name), sites.map((s) => s.url)]).toEqual([['县测试局'], [site.url]]);
      const stand = columns.flatMap(({ path, url, class: columnClass, limit }) =>
        url === null ? [] : [{ path, url, class: columnClass, limit }],
      );
      const proposed = discovery.columns.map(({ path, url, class: columnClass, limit }) => ({ path, url, class: columnClass, limit }));
      const byUrl = (a: { url: string }, b: { url: string }): number => a.url.localeCompare(b.url);
      expect(stand.toSorted(byUrl)).toEqual(proposed.toSorted(byUrl));
      const again = await importFile({ db: test.db, areaName: '测试县', fileName: '栏目.xlsx', bytes, at: '2022-12-28T01:00:00Z' });
      expect(again.sheets.every(({ added, changed }) => added === 0 && changed === 0)).toBe(true);
    } finally {
      await test.drop();
    }
  });

  it('says when columns were left unopened', async () => {
    const site = loadRegister('langxi-2022', sample.port).sites[0] as { url: string };
    const discovery = await discover(site.url, { maxPages: 4 });
    expect([discovery.pages, discovery.limited]).toEqual([4, true]);
    expect(discovery.columns.filter(({ state }) => state === 'not-looked').length).toBeGreaterThan(5);
    expect(discoverySummary(discovery).at(-1)).toContain('--max-pages');
  });
});

const row = (i: number): string =>
  `<li><a href="t20221${200 + i}_${i}.html">关于第${i}项工作安排的通知</a><span>2022-12-${10 + i}</span></li>`;
const list = `<ul class="list">${[5, 4, 3, 2, 1].map(row).join('')}</ul>`;
const inner = (trail: string, main: string): string =>
  `<title>${trail}-某局</title><div class="pos">当前位置：<a href="/">首页</a> &gt; ${trail.split('>').join(' &gt; ')}</div>${main}`;

/** A site whose menu is a script file, with pages of every kind behind it. */
const PAGES: Record<string, string> = {
  '/': `<title>某局</title><script src="/js/menu_data.js"></script><div>主办单位：某县某某局</div>${list}`,
  '/js/menu_data.js': `var nodes=[{id:1,pId:0,name:"政务公开",url:"/zwgk/"},{id:2,pId:1,name:"通知公告",url:"/zwgk/tzgg/"},{id:3,pId:1,name:"招标/采购",url:"/zwgk/zbcg/"},
    {id:4,pId:1,name:"机构职能",url:"/zwgk/jgzn/"},{id:5,pId:1,name:"政策文件",url:"/zwgk/zcwj/"},{id:6,pId:0,name:"互动交流",url:"/gone/"},{id:7,pId:0,name:"政务服务",url:"/away/"}];`,
  '/zwgk/': inner(
    '政务公开',
    `<div><h3>通知公告<a href="/zwgk/tzgg/">更多</a></h3>${list}</div><div><h3>工作要闻<a href="/zwgk/gzyw/">更多</a></h3>${list.replaceAll('安排', '进展')}</div><div><h3>政策文件<a href="/zwgk/zcwj/">更多</a></h3>${list.replaceAll('安排', '意见')}</div>`,
  ),
  '/zwgk/tzgg/': inner('政务公开>通知公告', list),
  '/zwgk/gzyw/': inner('政务公开>工作要闻', list),
  '/zwgk/zbcg/': inner('政务公开>招标/采购', '<p>该栏目暂无内容</p>'),
  '/zwgk/jgzn/': inner(
    '政务公开>机构职能',
    `<h1>机构职能</h1><div class="info">发布时间：2022-01-05 来源：某局</div><div>${'<p>负责全县有关工作的组织协调和监督检查，承办上级交办的其他事项。</p>'.repeat(12)}</div>`,
  ),
  '/zwgk/zcwj/': inner('政务公开>政策文件', '<ul id="docs"></ul><script>$.ajax({url:"/api/doc/list",success:fill})</script>'),
};

describe('a site with a menu from a script file', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const url = request.url ?? '';
      if (url === '/away/') return void response.writeHead(302, { location: '/' }).end();
      const page = PAGES[url];
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? '没有');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('tells lists, empty ones, single pages, fronts of sections, script-built and lost ones apart', async () => {
    const { columns } = await discover(origin);
    expect(columns.map(({ path, state, class: columnClass, limit }) => [columnName(path), state, columnClass, limit])).toEqual([
      ['政务公开', 'section', 'other', null],
      ['政务公开—通知公告', 'list', 'notices', 'P6M'],
      ['政务公开—招标/采购', 'empty', 'other', null],
      ['政务公开—机构职能', 'single', 'other', null],
      ['政务公开—政策文件', 'script-built', 'policy', 'P6M'],
      ['互动交流', 'not-opened', 'messages', null],
      ['政务公开—工作要闻', 'list', 'news', 'P14D'],
    ]);
  });

  it('writes a group without a row of its own, and paths the import reads as they are meant', async () => {
    const discovery = await discover(origin);
    const test = await testDatabase();
    try {
      const bytes = await discoveryWorkbook(discovery, null);
      const { areaId } = await importFile({ db: test.db, areaName: '某县', fileName: '栏目.xlsx', bytes, at: '2022-12-27T01:00:00Z' });
      const { columns, units } = await readRegister(test.db, areaId);
      expect(units.map((unit) => unit.name)).toEqual(['某县某某局']);
      expect(columns.map(({ path, url }) => `${columnName(path)} ${url === null ? '-' : new URL(url).pathname}`)).toEqual([
        '政务公开 -',
        '政务公开—通知公告 /zwgk/tzgg/',
        '政务公开—招标、采购 /zwgk/zbcg/',
        '政务公开—机构职能 /zwgk/jgzn/',
        '政务公开—政策文件 /zwgk/zcwj/',
        '互动交流 /gone/',
        '政务公开—工作要闻 /zwgk/gzyw/',
      ]);
    } finally {
      await test.drop();
    }
  });

  it('refuses what it must not visit, and says why', async () => {
    const closed = { allowNetworks: [], contact: null };
    await expect(discoverColumns(closed, { url: origin, maxPages: null })).rejects.toMatchObject({ code: 'refused' });
    await expect(discover('ftp://example.com/')).rejects.toMatchObject({ code: 'usage' });
    await expect(discover(origin, { maxPages: 0 })).rejects.toMatchObject({ code: 'usage' });
    await expect(discover(`${origin}/gone/`)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(discover(`${origin}/zwgk/jgzn/`)).rejects.toMatchObject({ code: 'not-found' });
  });
});
