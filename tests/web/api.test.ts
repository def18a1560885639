import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemRow } from '../../src/contract/problem-row.ts';
import type { SignedIn } from '../support/people.ts';
import { type Served, serveApp } from './serve.ts';
import { HOSTILE, seedWorld, type World } from './world.ts';

let served: Served;
let clerk: SignedIn;
let world: World;
beforeAll(async () => {
  served = await serveApp(null);
  clerk = await served.as();
  world = await seedWorld(served.app.db, served.app.blobs, { problems: 130 });
});
afterAll(() => served?.stop());

const raw = (path: string) => clerk.fetch(`${served.url}${path}`);
async function get<T>(path: string): Promise<T> {
  const response = await raw(`/api/areas/${world.areaId}${path}`);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}
type Problems = { total: number; rows: ProblemRow[] };

describe('the first page', () => {
  it('gives every rate with its base, and what lies outside it apart', async () => {
    const { kinds, trend, stock } = await get<{
      kinds: {
        code: string;
        tally: Record<string, number>;
        rate: { base: number; passing: number; percent: number };
        outside: { why: string; count: number }[];
      }[];
      trend: { id: string; site: { base: number } }[];
      stock: { opening: number; found: number; reopened: number; closed: number; closing: number; balanced: boolean };
    }>('/overview?period=2022-12');
    const sites = kinds.find(({ code }) => code === 'disclosure_site');
    expect(sites?.rate.base).toBe(44);
    expect(Object.values(sites?.tally ?? {}).reduce((a, b) => a + b)).toBe(44);
    expect(sites?.rate.passing).toBe((sites?.tally.no_problem ?? 0) + (sites?.tally.pass ?? 0));
    expect(sites?.rate.percent).toBe(Math.round((1000 * (sites?.rate.passing ?? 0)) / 44) / 10);
    expect(kinds.flatMap(({ outside }) => outside)).toEqual([{ why: '未备案', count: 1 }]);
    expect(trend.map(({ id }) => id)).toEqual(['2022-10', '2022-11', '2022-12']);
    expect(stock.opening + stock.found + stock.reopened - stock.closed).toBe(stock.closing);
    expect(stock.balanced).toBe(true);
  });

  it('says how many findings nobody has reviewed yet, as the desk does: they are in none of its other counts', async () => {
    const { waiting } = await get<{ waiting: number }>('/overview');
    const { waiting: atDesk } = await get<{ waiting: number }>('/desk');
    expect(atDesk).toBeGreaterThan(0);
    expect(waiting).toBe(atDesk);
  });

  it('says what was not looked at and why, and how far the run is', async () => {
    const { unseen, runs } = await get<{
      unseen: { total: number; judged: number; reasons: { code: string; name: string; count: number }[] };
      runs: { day: string; done: number; notRun: number; total: number; state: { name: string } }[];
    }>('/overview');
    expect(unseen).toMatchObject({ total: 60, judged: 50 });
    expect(unseen.reasons).toMatchObject([
      { code: 'blocked', name: '被网站防护拦截，未能查看', count: 6 },
      { code: 'dates-contradict', count: 4 },
    ]);
    expect(runs[0]).toMatchObject({ day: '2022-12-27', total: 84, state: { name: '监测中' } });
    expect((runs[0]?.done ?? 0) + (runs[0]?.notRun ?? 0)).toBe(54);
    expect(runs[1]).toMatchObject({ day: '2022-11-27', state: { name: '已完成' } });
  });
});

describe('sites and accounts', () => {
  it('shows how a site stands by its newest looks, and nothing where nobody looked', async () => {
    const { rows } = await get<{ rows: { type: string; condition: { text: string; warn: boolean }[] }[] }>('/channels');
    expect(rows[0]?.condition).toEqual([
      { text: '证书还有 12 天到期，请及时更换', warn: true },
      { text: '不支持 IPv6（域名没有 AAAA 记录）', warn: false },
      { text: '首页混合内容 3 处（其中脚本、样式、框架 1 处，浏览器会拦截）', warn: true },
    ]);
    expect(rows[1]?.condition).toEqual([
      { text: '证书正常，还有 200 天到期', warn: false },
      { text: '支持 IPv6', warn: false },
    ]);
    expect(rows.slice(2).every(({ condition }) => condition.length === 0)).toBe(true);
  });
});

describe('the ledger', () => {
  it.each([
    ['', () => true],
    ['status=closed', (row: ProblemRow) => row.status.code === 'closed'],
    ['status=closed,received', (row: ProblemRow) => ['closed', 'received'].includes(row.status.code)],
    ['category=account_stale', (row: ProblemRow) => row.category.code === 'account_stale'],
    ['kind=wechat', (row: ProblemRow) => row.channel?.kindName === '微信'],
    ['overdue=yes', (row: ProblemRow) => row.overdue],
    [`q=${encodeURIComponent('乡村振兴')}`, (row: ProblemRow) => row.text.includes('乡村振兴') || row.unit.name.includes('乡村振兴')],
  ])('narrowed by "%s" holds just what matches', async (query, matches) => {
    const all = await get<Problems>('/problems?size=200');
    const some = await get<Problems>(`/problems?size=200&${query}`);
    expect(all.total).toBe(130);
    expect(some.rows.map(({ id }) => id).toSorted()).toEqual(
      all.rows
        .filter(matches)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(some.total).toBe(some.rows.length);
    expect(some.total).toBeGreaterThan(0);
  });

  it('gives every problem once over all pages, whatever it is sorted by', async () => {
    for (const sort of ['found', 'due', 'act', 'unit', 'periods']) {
      const pages = await Promise.all([1, 2, 3].map((page) => get<Problems>(`/problems?size=50&sort=${sort}&order=asc&page=${page}`)));
      expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size, sort).toBe(130);
    }
  });

  it('takes % and _ as the signs they are', async () => {
    expect((await get<Problems>(`/problems?q=${encodeURIComponent('%')}`)).total).toBe(0);
  });

  it('counts its filters from the same rows', async () => {
    const facets = await get<Record<'statuses' | 'categories' | 'units' | 'kinds', { code: string; count: number }[]>>('/problem-facets');
    for (const [name, query] of [
      ['statuses', 'status'],
      ['categories', 'category'],
      ['units', 'unit'],
      ['kinds', 'kind'],
    ] as const) {
      expect(
        facets[name].reduce((n, { count }) => n + count, 0),
        name,
      ).toBe(130);
      const [first] = facets[name];
      expect((await get<Problems>(`/problems?${query}=${first?.code}`)).total, name).toBe(first?.count);
    }
  });

  it('tells a problem from finding to striking off, with its evidence', async () => {
    const whole = await get<{
      events: { act: { name: string }; status: { name: string }; evidence: { kindName: string; summary: string; howName: string }[] }[];
      row: ProblemRow;
    }>(`/problems/${world.problemIds[0]}`);
    expect(whole.events.map(({ act, status }) => `${act.name}→${status.name}`)).toEqual([
      '发现→待确认',
      '确认→待交办',
      '交办→已交办',
      '签收→整改中',
      '反馈整改→待复核',
      '复核：已整改→待销号',
      '销号→已销号',
    ]);
    expect(whole.events[0]?.evidence).toMatchObject([
      { kindName: '栏目列表页', summary: '读出 0 条，最新 2022-05-06', howName: '程序访问网页（第1版）' },
    ]);
    expect(whole.row.status.name).toBe('已销号');
  });
});

describe('what others wrote', () => {
  const bytesOf = () => `/api/areas/${world.areaId}/channels/${world.fact.channelId}/facts/${world.fact.id}/bytes`;

  it('leaves as plain text to be saved, never as a page', async () => {
    const response = await raw(bytesOf());
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    expect(await response.text()).toContain(HOSTILE);
  });

  it('is shown in a preview without scripts', async () => {
    const response = await raw(`/api/areas/${world.areaId}/notices/${world.noticeId}/preview`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it('does not leave under the name of another area', async () => {
    const other = world.register.areas.find(({ id }) => id !== world.areaId)?.id;
    for (const path of [
      bytesOf(),
      `/api/areas/${world.areaId}/problems/${world.problemIds[0]}`,
      `/api/areas/${world.areaId}/notices/${world.noticeId}`,
    ]) {
      expect((await raw(path)).status, path).toBe(200);
      expect((await raw(path.replace(world.areaId, other ?? ''))).status, path).toBe(404);
    }
  });
});

describe('a notice', () => {
  it('opens every figure on the rows that give it', async () => {
    const notice = await get<{
      figures: { id: string; printed: string }[];
      attachments: { mark: string; table: { rows: unknown[] } }[];
      body: { runs: { figure: string | null; text: string }[] }[];
    }>(`/notices/${world.noticeId}`);
    expect(notice.figures.length).toBeGreaterThan(10);
    for (const figure of notice.figures) {
      const basis = await get<{ printed: string; how: string; rows: unknown[]; outOf: number | null }>(
        `/notices/${world.noticeId}/figures/${encodeURIComponent(figure.id)}`,
      );
      expect(basis.printed).toBe(figure.printed);
      if (basis.how === '逐行计数' && /^\d+家$/.test(figure.printed) && basis.outOf === 44)
        expect(basis.rows.length).toBe(Number.parseInt(figure.printed, 10));
    }
    const printed = new Map(notice.figures.map(({ id, printed: text }) => [id, text]));
    const bound = notice.body.flatMap(({ runs }) => runs).filter(({ figure }) => figure !== null);
    expect(bound.map(({ text }) => text)).toEqual(bound.map(({ figure }) => printed.get(figure as string)));
  });
});

describe('what is refused', () => {
  it.each([
    ['/api/areas/area_none/overview', 404, 'not-found'],
    ['/api/areas/AREA/overview?period=2019-01', 404, 'not-found'],
    ['/api/areas/AREA/overview?period=12月', 400, 'bad-input'],
    ['/api/areas/AREA/problems?page=0', 400, 'bad-input'],
    ['/api/areas/AREA/problems?size=100000', 400, 'bad-input'],
    ['/api/areas/AREA/problems?sort=text;drop', 400, 'bad-input'],
    ['/api/areas/AREA/problems?status=a&status=b', 400, 'bad-input'],
    ['/api/areas/AREA/notices/notice_1/files/exe', 404, 'not-found'],
    ["/api/areas/AREA/problems/'%20or%201=1", 400, 'bad-input'],
    ['/api/areas/AREA/channels/..%2F..%2Fetc/facts/passwd/bytes', 400, 'bad-input'],
    ['/api/nothing', 404, 'not-found'],
  ])('%s: %i, with what to do next, in Chinese', async (path, status, code) => {
    const response = await raw(path.replace('AREA', world.areaId));
    expect(response.status).toBe(status);
    const body = (await response.json()) as { code: string; message: string; next: string };
    expect(body).toMatchObject({ code, message: expect.stringMatching(/[\u4e00-\u9fff]/), next: expect.stringMatching(/[\u4e00-\u9fff]/) });
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it('names the field and what is wrong with it', async () => {
    const body = await (await raw(`/api/areas/${world.areaId}/problems?page=0`)).json();
    expect(body).toEqual({
      code: 'bad-input',
      message: '页码：页码从 1 开始（现在是“0”）。',
      next: '请从页面上的链接重新进入，或去掉地址中的这一项（page）。',
      faults: [{ field: '页码', path: 'page', message: '页码从 1 开始（现在是“0”）' }],
    });
  });

  it('says nothing of its inside when something breaks', async () => {
    const list = served.app.blobs.get;
    served.app.blobs.get = () => Promise.reject(new Error('secret detail'));
    const response = await raw(`/api/areas/${world.areaId}/channels/${world.fact.channelId}/facts/${world.fact.id}/bytes`);
    served.app.blobs.get = list;
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });
});

it('describes every endpoint in OpenAPI', async () => {
  const document = (await (await raw('/api/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, { get: { parameters: { name: string; in: string }[] } }>;
  };
  expect(document.openapi).toBe('3.1.0');
  const problems = document.paths['/api/areas/{areaId}/problems'];
  expect(problems?.get.parameters).toContainEqual(expect.objectContaining({ name: 'areaId', in: 'path' }));
  expect(problems?.get.parameters).toContainEqual(
    expect.objectContaining({ name: 'overdue', in: 'query', schema: expect.objectContaining({ title: '是否逾期' }) }),
  );
});
