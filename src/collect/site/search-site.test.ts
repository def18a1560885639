import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchRate } from '../../app/search/search-rate.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { simulatedClock } from '../clock.ts';
import type { Net } from '../http/net.ts';
import { openNet } from '../http/open-net.ts';
import { answer, type RawServer, rawServer } from '../testing/raw-server.ts';
import { searchSite, type TestQuery } from './search-site.ts';

const HOME = `<html><head><title>某县人民政府</title></head><body><a href="/tz/">通知公告栏目列表</a>
<form action="/search" method="get" class="search"><input type="hidden" name="siteId" value="7 &amp; 8"><select name="scope"><option value="all">全部</option></select>
<input type="text" name="q" placeholder="请输入关键字"><input type="submit" value="搜索"></form></body></html>`;
const TITLE = (i: number) => `关于印发第${i}号实施方案的通知`;
/** Results: the expected document of query n at rank n (19 and 20 behind the first ten, as real ones would be). */
const results = (word: string): string => {
  const n = Number(/\d+/.exec(word)?.[0]);
  if (word.startsWith('无')) return '<html><body><h1>检索结果</h1><p>没有找到相关结果</p></body></html>';
  if (word.startsWith('壳')) return '<html><body><div id="app"></div><script>axios.get("/api/searchList")</script></body></html>';
  const rank = n <= 18 ? (n % 10) + 1 : 12;
  const rows = Array.from({ length: 15 }, (_, i) => {
    const title = i + 1 === rank ? TITLE(n).replace('实施', '<em>实施</em>') : `其他工作情况的报道第${i + 1}篇`;
    return `<div class="result"><h3><a href="/doc/${i + 1 === rank ? `x${n}` : `o${i}`}.html">${title}</a></h3><p>内容摘要，各单位认真贯彻执行。</p><span>2022-12-${10 + i}</span></div>`;
  });
  return `<html><body><a href="/tz/">通知公告栏目列表</a><p>共找到 15 条结果</p>${rows.join('')}</body></html>`;
};
const query = (word: string, parts: Partial<TestQuery> = {}): TestQuery => ({
  query: word,
  expectedTitle: '某某方案的通知',
  expectedUrl: null,
  ...parts,
});

describe('the search of a site', () => {
  let folder: string;
  let net: Net;
  let server: RawServer;
  let home = HOME;
  const asked: URL[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingcha-search-'));
    net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, obeyRobots: false });
    server = await rawServer((socket, request) => {
      const url = new URL(request.path, 'http://x/');
      if (url.pathname === '/') return void socket.write(answer(home));
      asked.push(url);
      const word = url.searchParams.get('q') ?? '';
      socket.write(word.startsWith('拦') ? answer('', {}, '403 Forbidden') : answer(results(word)));
    });
  });
  afterAll(async () => {
    await server.close();
    await net.close();
    await rm(folder, { recursive: true });
  });
  const run = async (queries: TestQuery[], page = HOME) => {
    home = page;
    const deps = { net, blobs: folderStore(folder), clock: simulatedClock('2022-12-27T01:00:00.000Z') };
    return searchSite({ site: { id: 's', url: `${server.origin}/` }, queries, day: '2022-12-27' }, deps);
  };

  it('finds 18 of 20 expected documents in the first ten: 90 %', async () => {
    const fact = await run(Array.from({ length: 20 }, (_, i) => query(`方案${i + 1}`, { expectedTitle: TITLE(i + 1) })));
    expect(searchRate(fact.data)).toEqual({ asked: 20, hits: 18, unknown: 0, percent: 90 });
    expect(fact.data.queries.map(({ rank }) => rank)).toEqual([...Array.from({ length: 18 }, (_, i) => ((i + 1) % 10) + 1), null, null]);
    expect(fact.data.queries.every(({ page }) => /^[0-9a-f]{64}$/.test(page ?? ''))).toBe(true);
  });

  it('sends what a browser would send along', async () => {
    asked.length = 0;
    await run([query('a&b=c 方案3')]);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({ siteId: '7 & 8', scope: 'all', q: 'a&b=c 方案3' });
  });

  it('knows the document by its address too', async () => {
    const fact = await run([
      query('方案4', { expectedTitle: null, expectedUrl: `${server.origin.replace('http:', 'https:')}/doc/x4.html` }),
    ]);
    expect(fact.data.queries).toMatchObject([{ rank: 5, gap: null }]);
  });

  it.each([
    ['无结果', { rank: null, gap: null, results: 0 }],
    ['壳', { rank: null, gap: 'results-unreadable' }],
    ['拦截', { rank: null, gap: 'results-not-opened', outcome: 'blocked' }],
  ])('%s: a miss only where the page shows its results or that there are none', async (word, expected) => {
    expect((await run([query(word)])).data.queries).toMatchObject([expected]);
  });

  it.each([
    ['no box at all', '<html><body><a href="/a">首页</a></body></html>', 'no-form'],
    ['a box without a form', '<html><body><input name="keyword" id="searchword"><a onclick="go()">搜索</a></body></html>', 'script-only'],
    ['a form that posts', HOME.replace('method="get"', 'method="POST"'), 'script-only'],
    ['a form sent by a script', HOME.replace('action="/search"', 'action="javascript:search()"'), 'script-only'],
    ['a form for signing in', '<html><body><form action="/login"><input name="user"></form></body></html>', 'no-form'],
  ])('%s: nobody can tell, and nothing counts', async (_name, page, gap) => {
    const fact = await run([query('方案1')], page);
    expect(fact.data).toMatchObject({ form: null, queries: [{ gap, rank: null }] });
    expect(searchRate(fact.data)).toEqual({ asked: 0, hits: 0, unknown: 1, percent: null });
  });

  it('a home page that does not open is our gap', async () => {
    const deps = { net, blobs: folderStore(folder), clock: simulatedClock('2022-12-27T01:00:00.000Z') };
    const fact = await searchSite({ site: { id: 's', url: 'http://10.0.0.1/' }, queries: [query('方案1')], day: '2022-12-27' }, deps);
    expect(fact.data).toMatchObject({ outcome: 'refused-address', queries: [{ gap: 'not-opened' }] });
  });
});
