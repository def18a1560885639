import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../evidence/fact.ts';
import type { FactKind } from '../../evidence/facts.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { simulatedClock } from '../clock.ts';
import type { Net } from '../http/net.ts';
import { openNet } from '../http/open-net.ts';
import type { SiteSettings } from '../settings.ts';
import { answer } from '../testing/raw-server.ts';
import { articlePage, FOOT, listPage, type Page, smallSite } from '../testing/small-site.ts';
import { type Known, NOTHING_KNOWN, type SiteCheckpoint, type SiteDeps, type SiteJob, type SiteStep } from './job.ts';
import { lookAtSite } from './look-at-site.ts';

const DAY = '2022-12-27';
const AT = '2022-12-27T01:00:00.000Z';
const titles = [
  '关于开展年终安全生产大检查的通知',
  '关于做好春节期间值班工作的通知',
  '关于印发全县重点工作方案的通知',
  '关于召开年度总结大会的通知',
];
const home = (body = ''): string =>
  `<html><head><title>某县人民政府</title></head><body><ul class="news">${titles.map((title, i) => `<li><a href="/a${i}.html">${title}</a><span>2022-12-2${6 - i}</span></li>`).join('')}</ul><a href="/tz/">通知公告</a>${body}${FOOT}</body></html>`;
const entries = titles.map((title, i) => [title, `../a${i}.html`, `2022-12-2${6 - i}`] as const);
const articles = Object.fromEntries(titles.map((title, i) => [`/a${i}.html`, articlePage(title, `2022-12-2${6 - i}`)]));
const ordinary = (): Record<string, Page> => ({ '/': home(), '/tz/': listPage('通知公告', entries), ...articles });
const reset: Page = (socket) => void socket.resetAndDestroy();
const silent: Page = () => {};

let blobs: BlobStore;
let folder: string;
let net: Net;
/** For pages that never answer. */
let hasty: Net;
let closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-site-'));
  blobs = folderStore(folder);
  const settings = { allowNetworks: ['127.0.0.1/32'], paceMs: 0, backOffMs: 1, obeyRobots: false };
  net = openNet({ ...settings, totalMs: 10_000 });
  hasty = openNet({ ...settings, totalMs: 250 });
});
afterAll(async () => {
  await net.close();
  await hasty.close();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

async function open(pages: Record<string, Page>) {
  const server = await smallSite(pages);
  closing.push(server.close);
  return server;
}
const jobOf = (origin: string, columns: Record<string, string> = { tz: '/tz/' }, minimumPerYear: number | null = null): SiteJob => ({
  site: { id: 'site_1', url: `${origin}/` },
  columns: Object.entries(columns).map(([id, path]) => ({ id, url: origin + path, minimumPerYear })),
  day: DAY,
});
const depsOf = (settings: Partial<SiteSettings> = {}, known?: Known): SiteDeps => ({
  net,
  blobs,
  clock: simulatedClock(AT),
  known,
  settings,
});
async function run(
  job: SiteJob,
  deps: SiteDeps,
  from: SiteCheckpoint | null = null,
): Promise<{ facts: Fact[]; last: SiteStep; steps: string[] }> {
  const facts: Fact[] = [];
  const steps: string[] = [];
  let last: SiteStep | null = null;
  for await (const step of lookAtSite(job, deps, from)) {
    facts.push(...step.facts);
    steps.push(step.key);
    last = step;
  }
  return { facts, steps, last: last as SiteStep };
}
const of = <K extends FactKind>(facts: readonly Fact[], kind: K): Fact<K>[] => facts.filter((fact): fact is Fact<K> => fact.kind === kind);

describe('a scan of a site in order', () => {
  it('gives every kind of fact, each with what it was read from', async () => {
    const server = await open(ordinary());
    const { facts, steps, last } = await run(jobOf(server.origin), depsOf());
    expect(steps.slice(0, 3)).toEqual(['probe:0', 'home', `list:${server.origin}/tz/`]);
    expect(of(facts, 'probe')[0]?.data).toMatchObject({ outcome: 'ok', status: 200 });
    expect(of(facts, 'home')[0]).toMatchObject({
      at: AT,
      how: 'http/1',
      data: { outcome: 'ok', newestDate: '2022-12-26', navigationOnly: false },
    });
    expect(of(facts, 'site-marks')[0]?.data).toMatchObject({
      siteIdCode: '3418210001',
      icp: '皖ICP备05000001号',
      organiser: '某县人民政府办公室',
    });
    const [list] = of(facts, 'column-list');
    expect(list).toMatchObject({
      subjectId: 'tz',
      data: { columnId: 'tz', state: 'items', newestDate: '2022-12-26', undated: 0, pages: 1 },
    });
    expect(list?.data.items.map((item) => item.href)).toEqual(titles.map((_, i) => `${server.origin}/a${i}.html`));
    expect(of(facts, 'article').map(({ data }) => [data.url, data.columnId, data.publishDate, data.metaDate])).toEqual(
      titles.map((_, i) => [`${server.origin}/a${i}.html`, 'tz', `2022-12-2${6 - i}`, `2022-12-2${6 - i}`]),
    );
    expect(Buffer.from(await blobs.get(list?.blob as string)).toString()).toBe(server.pages['/tz/']);
    const links = of(facts, 'link');
    expect(links.map(({ data }) => data.outcome)).toEqual(links.map(() => 'ok'));
    expect(links.find(({ data }) => data.url.endsWith('/a0.html'))?.data).toMatchObject({
      relation: 'link',
      own: true,
      foundOnCount: 2,
      foundOn: [{ home: true, text: titles[0] }, { home: false }],
    });
    expect(last.summary).toMatchObject({ stopped: null, targets: { open: 0 } });
    expect(last.progress.done).toBeLessThanOrEqual(last.progress.total);
  });

  it('asks for no page twice', async () => {
    const server = await open(ordinary());
    await run(jobOf(server.origin), depsOf({ probes: 0 }));
    const paths = server.requests.map(({ path }) => path);
    expect(paths.sort()).toEqual([...new Set(paths)].sort());
  });

  it('the same world gives the same facts, byte for byte', async () => {
    const server = await open(ordinary());
    const once = (await run(jobOf(server.origin), depsOf({ probes: 0 }))).facts.map(({ id }) => id).sort();
    expect((await run(jobOf(server.origin), depsOf({ probes: 0 }))).facts.map(({ id }) => id).sort()).toEqual(once);
  });

  it('known articles are not opened, fresh targets not asked for', async () => {
    const server = await open(ordinary());
    const first = (urls: readonly string[]) => urls.filter((url) => url.endsWith('a1.html'));
    const known: Known = {
      ...NOTHING_KNOWN,
      articles: async (urls) => new Set(first(urls)),
      opened: async (urls) => new Map(first(urls).map((url) => [url, AT])),
    };
    const { facts } = await run(jobOf(server.origin), depsOf({}, known));
    expect(of(facts, 'article').map(({ data }) => new URL(data.url).pathname)).toEqual(['/a0.html', '/a2.html', '/a3.html']);
    expect(server.requests.some(({ path }) => path === '/a1.html')).toBe(false);
  });

  it('a list address shared by two columns is opened once and gives two facts', async () => {
    const server = await open(ordinary());
    const { facts } = await run(jobOf(server.origin, { tz: '/tz/', gg: '/tz/' }), depsOf());
    expect(of(facts, 'column-list').map(({ data }) => data.columnId)).toEqual(['tz', 'gg']);
    expect(server.requests.filter(({ path, method }) => path === '/tz/' && method === 'GET')).toHaveLength(1);
  });

  it.each([
    ['meta refresh', '<meta http-equiv="refresh" content="0;url=/main.html">'],
    ['meta refresh, attributes the other way round', "<meta content='1; URL=main.html' http-equiv=Refresh>"],
    ['script', '<script>window.location.href="/main.html";</script>'],
    ['location.replace', '<p>正在跳转</p><script>location.replace("main.html")</script>'],
  ])('a home page that sends its visitors on by %s is followed', async (_name, page) => {
    const server = await open({ ...ordinary(), '/': page, '/main.html': home() });
    expect(of((await run(jobOf(server.origin), depsOf())).facts, 'home')[0]?.data).toMatchObject({
      url: `${server.origin}/`,
      newestDate: '2022-12-26',
    });
  });

  it('a home page of section names only is navigation', async () => {
    const nav = `<html><body>${['政务公开', '政务服务', '互动交流', '走进我县'].map((name) => `<a href="/${encodeURI(name)}/">${name}</a>`).join('')}${FOOT}</body></html>`;
    const server = await open({ '/': nav });
    expect(of((await run(jobOf(server.origin, {}), depsOf({ apartMs: 0 }))).facts, 'home')[0]?.data.navigationOnly).toBe(true);
  });
});

describe('lists', () => {
  const listOf = async (pages: Record<string, Page>, settings: Partial<SiteSettings> = {}, minimum: number | null = null) => {
    const server = await open({ '/': home(), ...pages });
    const job = jobOf(server.origin, { tz: '/tz/' }, minimum);
    const { facts } = await run(job, { ...depsOf({ maxArticles: 0, ...settings }), net: pages['/tz/'] === silent ? hasty : net });
    return of(facts, 'column-list').map(({ data, at }) => ({ ...data, at }));
  };
  const dated = (from: number, to: number): (readonly [string, string, string])[] => {
    const step = from < to ? 1 : -1;
    return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => {
      const day = from + i * step;
      return [`关于第${day}号事项办理情况的通知`, `/n${day}.html`, `2022-11-${String(day).padStart(2, '0')}`] as const;
    });
  };
  const next = '<div class="page"><a href="/tz/2.html">下一页</a><a href="/tz/3.html">尾页</a></div>';

  it('newest first: page 1 answers alone', async () => {
    expect(await listOf({ '/tz/': listPage('通知', dated(20, 10), next) })).toMatchObject([{ pages: 1, newestDate: '2022-11-20' }]);
  });
  it('oldest first: the last page is read and stands in front', async () => {
    const [list] = await listOf({ '/tz/': listPage('通知', dated(1, 8), next), '/tz/3.html': listPage('通知', dated(17, 24)) });
    expect(list).toMatchObject({ pages: 2, newestDate: '2022-11-24' });
    expect(list?.items[0]?.date).toBe('2022-11-17');
  });
  it('unsorted: further pages are read, as many as allowed', async () => {
    const mixed = [...dated(9, 5), ...dated(12, 10)];
    const pages = {
      '/tz/': listPage('通知', mixed, next),
      '/tz/2.html': listPage('通知', dated(25, 20), '<a href="/tz/3.html">下一页</a>'),
      '/tz/3.html': listPage('通知', dated(4, 1)),
    };
    expect(await listOf(pages)).toMatchObject([{ pages: 3, newestDate: '2022-11-25' }]);
    expect(await listOf(pages, { maxListPages: 2 })).toMatchObject([{ pages: 2 }]);
  });
  it('a pager that leads in a circle ends', async () => {
    const mixed = [...dated(9, 5), ...dated(12, 10)];
    expect(
      await listOf({ '/tz/': listPage('通知', mixed, next), '/tz/2.html': listPage('通知', mixed, '<a href="/tz/">下一页</a>') }),
    ).toMatchObject([{ pages: 2 }]);
  });
  it('a yearly number is counted over pages', async () => {
    const pages = { '/tz/': listPage('通知', dated(20, 13), next), '/tz/2.html': listPage('通知', dated(12, 5)) };
    expect(await listOf(pages, {}, 10)).toMatchObject([{ pages: 2 }]);
    expect(await listOf(pages, {}, 8)).toMatchObject([{ pages: 1 }]);
  });
  it('empty and saying so', async () => {
    const page = `<html><head><title>通知公告</title></head><body><div>当前位置：首页 &gt; 通知公告</div><div class="list"><p>暂无信息</p></div>${FOOT}</body></html>`;
    expect(await listOf({ '/tz/': page })).toMatchObject([{ outcome: 'ok', state: 'empty', items: [], newestDate: null }]);
  });
  it.each([
    ['built by a script', '<html><body><div id="app"></div><script src="/app.js"></script></body></html>', 'ok'],
    ['a gate', '<p>请完成安全验证</p>', 'blocked'],
    ['an article where a list was', articlePage('公开指南', '2022-01-01'), 'ok'],
    ['binary rubbish', Buffer.concat([answer('', { 'Content-Length': '4' }), Buffer.from([0, 255, 1, 2])]), 'ok'],
  ])('%s is unreadable, never empty', async (_name, page, outcome) => {
    expect(await listOf({ '/tz/': page })).toMatchObject([{ state: 'unreadable', outcome, items: [], newestDate: null }]);
  });
  it('what failed is looked at again, later, and the later look stands apart', async () => {
    let asked = 0;
    const flaky: Page = (socket) =>
      void (asked++ === 0 ? socket.write(answer('', {}, '502 Bad Gateway')) : socket.write(answer(listPage('通知', entries))));
    const looks = await listOf({ '/tz/': flaky }, { apartMs: 60_000 });
    expect(looks).toMatchObject([
      { outcome: 'server-error', state: 'unreadable', at: AT },
      { outcome: 'ok', state: 'items', at: '2022-12-27T01:01:00.000Z' },
    ]);
  });
  it('a scan whose patience is shorter rests instead of waiting, and gone on with finds the same', async () => {
    const broken: Page = (socket) => void socket.write(answer('', {}, '502 Bad Gateway'));
    const server = await open({ ...ordinary(), '/tz/': broken });
    const waited = await run(jobOf(server.origin), depsOf({ apartMs: 60_000 }));
    const facts: Fact[] = [];
    const rests: string[] = [];
    let from: SiteCheckpoint | null = null;
    let clock = simulatedClock(AT);
    for (;;) {
      const part = await run(jobOf(server.origin), { ...depsOf({ apartMs: 60_000 }), clock, patienceMs: 1_000 }, from);
      facts.push(...part.facts);
      if (part.last.goOnAt === null) break;
      rests.push(part.last.goOnAt);
      from = structuredClone(part.last.checkpoint);
      clock = simulatedClock(part.last.goOnAt);
    }
    expect(rests).toEqual(['2022-12-27T01:01:00.000Z', '2022-12-27T01:02:00.000Z']);
    const told = (all: readonly Fact[]) =>
      all
        .filter(({ kind }) => kind !== 'probe')
        .map(({ id }) => id)
        .sort();
    expect(told(facts)).toEqual(told(waited.facts));
  });
  it.each([
    ['gone', undefined, 'gone', 3],
    ['silent', silent, 'timed-out', 3],
    ['reset', reset, 'connect-failed', 3],
  ])('%s for good: no more looks than allowed', async (_name, page, outcome, looks) => {
    const found = await listOf(page ? { '/tz/': page } : {}, { maxLooks: 3 });
    expect(found.map((list) => [list.outcome, list.state])).toEqual(Array(looks).fill([outcome, 'unreadable']));
  });
});

describe('targets', () => {
  const looksAt = async (target: string, page: Page | undefined, settings: Partial<SiteSettings> = {}) => {
    const server = await open({ '/': home(target), ...articles, '/tz/': listPage('通知公告', entries), ...(page ? { '/x': page } : {}) });
    const { facts } = await run(jobOf(server.origin), depsOf({ apartMs: 60_000, ...settings }));
    return of(facts, 'link').filter(({ data }) => new URL(data.url).pathname === '/x');
  };
  const anchor = '<a href="/x">办事指南</a>';

  it('dead: two looks apart, each its own fact with the page that was seen', async () => {
    const looks = await looksAt(anchor, undefined);
    expect(looks.map(({ at, data }) => [data.outcome, at])).toEqual([
      ['gone', AT],
      ['gone', '2022-12-27T01:01:00.000Z'],
    ]);
    expect(looks[0]?.data.foundOn).toMatchObject([{ text: '办事指南', home: true }]);
    expect(Buffer.from(await blobs.get(looks[1]?.blob as string)).toString()).toContain('没有');
  });
  it('dead once, then there: the later look acquits', async () => {
    let asked = 0;
    const looks = await looksAt(
      anchor,
      (socket) => void socket.write(asked++ === 0 ? answer('', {}, '404 Not Found') : answer('<p>正文</p>')),
    );
    expect(looks.map(({ data }) => data.outcome)).toEqual(['gone', 'ok']);
  });
  it('dead, then broken: a third look decides', async () => {
    let asked = 0;
    const looks = await looksAt(anchor, (socket) => void socket.write(answer('', {}, asked++ === 1 ? '502 Bad' : '404 Not Found')));
    expect(looks.map(({ data }) => data.outcome)).toEqual(['gone', 'server-error', 'gone']);
  });
  it.each([
    ['blocked', answer('', {}, '403 Forbidden'), ['blocked']],
    ['refused by the server', answer('', {}, '400 Bad Request'), ['client-error']],
    ['broken', answer('', {}, '500 Oops'), ['server-error', 'server-error']],
    ['error page that answers 200', '<title>404</title><p>页面不存在</p>', ['soft-gone', 'soft-gone']],
  ])('%s', async (_name, page, outcomes) => {
    expect((await looksAt(anchor, page)).map(({ data }) => data.outcome)).toEqual(outcomes);
  });
  it('picture and attachment', async () => {
    expect((await looksAt('<img src="/x" alt="地图">', undefined))[0]?.data).toMatchObject({
      relation: 'image',
      outcome: 'gone',
      foundOn: [{ text: '地图' }],
    });
  });
  it('addresses inside the network are not visited', async () => {
    const server = await open({ '/': home('<a href="http://192.168.1.1/x">内网</a><a href="http://169.254.169.254/">元数据</a>') });
    const { facts } = await run(jobOf(server.origin, {}), depsOf());
    const inside = of(facts, 'link').filter(({ data }) => !data.own);
    expect(inside.map(({ data }) => [data.outcome, data.status])).toEqual([
      ['refused-address', null],
      ['refused-address', null],
    ]);
  });
});

describe('limits', () => {
  it.each([
    ['pages', { maxPages: 2 }],
    ['requests', { maxRequests: 3 }],
    ['time', { maxMinutes: 0 }],
  ] as const)('the budget of %s ends the scan and is named', async (reason, settings) => {
    const server = await open(ordinary());
    const { last } = await run(jobOf(server.origin), depsOf({ ...settings, concurrency: 1 }));
    expect(last.key).toBe('end');
    expect(last.summary?.stopped).toBe(reason);
    expect(server.requests.length).toBeLessThanOrEqual(6);
  });
  it('a host that answers nobody is left alone', async () => {
    const server = await open({ '/': home() });
    const columns = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`c${i}`, `/c${i}/`]));
    for (const path of Object.values(columns)) server.pages[path] = reset;
    const { last } = await run(jobOf(server.origin, columns), depsOf({ concurrency: 2 }));
    expect(last.summary?.stopped).toBe('distress');
    expect(server.requests.length).toBeLessThan(35); // every reset is asked for twice
  });
  it('a consumer that leaves early leaves nothing running', async () => {
    const server = await open({ ...ordinary(), '/tz/': silent });
    for await (const step of lookAtSite(jobOf(server.origin), depsOf())) if (step.key === 'home') break;
    const asked = server.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.requests.length).toBe(asked);
  });
  it('told to stop, it stops', async () => {
    const server = await open({ ...ordinary(), '/tz/': silent });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 60);
    await expect(run(jobOf(server.origin), { ...depsOf(), signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('going on after a kill', () => {
  it('a checkpoint is of its own step only', async () => {
    const server = await open(ordinary());
    let earlier: SiteStep | null = null;
    for await (const step of lookAtSite(jobOf(server.origin), depsOf())) {
      if (earlier) expect(() => earlier?.checkpoint).toThrow('检查点已过时');
      if (step.notes !== null) expect(step.checkpoint.finished).toContain(step.key);
      earlier = step;
    }
  });

  it('at any step gives the same facts, none lost, none twice, no finished page asked for again', async () => {
    const pages = {
      ...ordinary(),
      '/': home('<a href="/dead.html">失效</a><img src="/no.png">'),
      '/fl/': listPage('分类', entries.slice(0, 2)),
    };
    const server = await open(pages);
    const job = jobOf(server.origin, { tz: '/tz/', fl: '/fl/' });
    const settings = { probes: 0, batch: 3, apartMs: 60_000 };
    const undisturbed = await run(job, depsOf(settings));
    const wanted = undisturbed.facts.map(({ id }) => id).sort();
    for (let killed = 1; killed < undisturbed.steps.length; killed++) {
      const facts: Fact[] = [];
      let checkpoint: SiteCheckpoint | null = null;
      let steps = 0;
      for await (const step of lookAtSite(job, depsOf(settings))) {
        facts.push(...step.facts);
        checkpoint = JSON.parse(JSON.stringify(step.checkpoint));
        if (++steps === killed) break;
      }
      const before = new Set((checkpoint as unknown as SiteCheckpoint).pageLooks.map(({ url }) => new URL(url).pathname));
      const asked = server.requests.length;
      // The clock of the second worker shows what the first one's did.
      const clock = simulatedClock(
        facts
          .map(({ at }) => at)
          .sort()
          .at(-1) as string,
      );
      facts.push(...(await run(job, { ...depsOf(settings), clock }, checkpoint)).facts);
      expect(facts.map(({ id }) => id).sort(), `killed after step ${killed}`).toEqual(wanted);
      const repeated = server.requests.slice(asked).filter(({ path }) => before.has(path));
      expect(repeated.map(({ path }) => path)).toEqual([]);
    }
  });
});
