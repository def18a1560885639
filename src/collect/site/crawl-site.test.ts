import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { simulatedClock } from '../clock.ts';
import { packStore } from '../disk/pack-store.ts';
import { fileFrontier } from '../frontier/file-frontier.ts';
import type { Net } from '../http/net.ts';
import { openNet } from '../http/open-net.ts';
import { fileMemory } from '../memory/file-memory.ts';
import { answer } from '../testing/raw-server.ts';
import { type Page, smallSite } from '../testing/small-site.ts';
import { type CrawlCheckpoint, type CrawlDeps, type CrawlSettings, type CrawlStep, type CrawlSummary, crawlSite } from './crawl-site.ts';

const page = (body: string): string => `<html><head><title>某县人民政府</title></head><body>${body}</body></html>`;
const gone: Page = (socket) => void socket.write(answer(page('没有'), {}, '410 Gone'));
const reset: Page = (socket) => void socket.resetAndDestroy();

let net: Net;
let closing: (() => Promise<void>)[] = [];
beforeAll(() => {
  net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, backOffMs: 1, obeyRobots: false, perHost: 8 });
});
afterAll(() => net.close());
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

async function open(pages: Record<string, Page>) {
  const server = await smallSite(pages);
  closing.push(server.close);
  return server;
}
const depsOf = (settings: Partial<CrawlSettings> = {}): CrawlDeps => ({
  net,
  blobs: null,
  clock: simulatedClock('2022-12-27T01:00:00.000Z'),
  settings: { apartMs: 1_000, ...settings },
});
async function crawl(home: string, deps: CrawlDeps): Promise<{ steps: CrawlStep[]; summary: CrawlSummary; opened: string[] }> {
  const steps: CrawlStep[] = [];
  for await (const step of crawlSite({ home }, deps)) steps.push(step);
  const summary = steps.at(-1)?.summary as CrawlSummary;
  return { steps, summary, opened: steps.flatMap(({ pages }) => pages.map(({ url }) => new URL(url).pathname)).sort() };
}

describe('crawlSite', () => {
  it('opens every page once, looks at every address once and names what is dead with its pages', async () => {
    const server = await open({
      '/': page('<a href="/a.html">甲</a><a href="/b.html#x">乙</a><img src="/no.png" alt="图">'),
      '/a.html': page('<a href="/b.html">乙</a><a href="/gone.html">旧文</a><a href="/">首页</a><img src="/no.png">'),
      '/b.html': page('<a href="/gone.html">旧文件</a><a href="/f.doc">附件</a>'),
      '/f.doc': 'x',
      '/gone.html': gone,
    });
    const { summary, opened } = await crawl(`${server.origin}/`, depsOf());
    expect(opened).toEqual(['/', '/a.html', '/b.html']);
    expect(
      summary.failures.map(({ url, outcome, status, foundOnCount, foundOn }) => [
        new URL(url).pathname,
        outcome,
        status,
        foundOnCount,
        foundOn.map((on) => on.text),
      ]),
    ).toEqual([
      ['/gone.html', 'gone', 410, 2, ['旧文', '旧文件']],
      ['/no.png', 'gone', 404, 2, ['图', '']],
    ]);
    expect(summary.addresses).toEqual({ seen: 6, settled: 6, open: 0 });
    const asked = server.requests.filter(({ method }) => method === 'GET').map(({ path }) => path);
    expect(asked.filter((path) => path === '/b.html')).toHaveLength(1);
    expect(asked.filter((path) => path === '/gone.html')).toHaveLength(2); // nothing is called dead on one look
  });

  it('a page that opens at the second look is not dead and leads on', async () => {
    let calls = 0;
    const flaky: Page = (socket) =>
      calls++ < 2 ? socket.resetAndDestroy() : void socket.write(answer(page('<a href="/end.html">终</a>')));
    const server = await open({ '/': page('<a href="/flaky.html">时断时续</a>'), '/flaky.html': flaky, '/end.html': page('终') });
    const { summary, opened } = await crawl(`${server.origin}/`, depsOf());
    expect(opened).toEqual(['/', '/end.html', '/flaky.html']);
    expect(summary.failures).toEqual([]);
  });

  it('stops at its limits and says so', async () => {
    const endless = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`/${i || ''}`, page(`<a href="/${i + 1}">下一页</a>`)]));
    const server = await open(endless);
    expect((await crawl(`${server.origin}/`, depsOf({ maxPages: 20, concurrency: 1 }))).summary).toMatchObject({
      stopped: 'pages',
      pages: 20,
    });
    expect((await crawl(`${server.origin}/`, depsOf({ maxAddresses: 10, concurrency: 1 }))).summary).toMatchObject({
      stopped: 'addresses',
      pages: 10,
    });
  });

  it.each([1, 7, 20])('reads no page beyond %i, however many looks run together', async (maxPages) => {
    const links = Array.from({ length: 60 }, (_, i) => `<a href="/${i}.html">第${i}页</a>`).join('');
    const server = await open({
      '/': page(links),
      ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`/${i}.html`, page('文')])),
    });
    const { summary, opened } = await crawl(`${server.origin}/`, depsOf({ maxPages, concurrency: 16 }));
    expect([opened.length, summary.pages, summary.stopped]).toEqual([maxPages, maxPages, 'pages']);
    expect(server.requests).toHaveLength(maxPages);
  });

  it.each([
    ['the redirect first', '<a href="/old.html">旧址</a><a href="/moved.html">又一处</a><a href="/new.html">新址</a>'],
    ['the page first', '<a href="/new.html">新址</a><a href="/old.html">旧址</a><a href="/moved.html">又一处</a>'],
  ])('reads a page once that other addresses lead to: %s', async (_, links) => {
    const moved: Page = (socket) => void socket.write(answer('', { Location: '/new.html' }, '302 Found'));
    for (const concurrency of [1, 8]) {
      const server = await open({
        '/': page(links),
        '/old.html': moved,
        '/moved.html': moved,
        '/new.html': page('<a href="/end.html">终</a>'),
        '/end.html': page('终'),
      });
      const { steps, summary } = await crawl(`${server.origin}/`, depsOf({ concurrency }));
      const read = steps.flatMap(({ pages }) => pages.map(({ finalUrl }) => new URL(finalUrl).pathname)).sort();
      expect(read).toEqual(['/', '/end.html', '/new.html']);
      expect(summary).toMatchObject({ pages: 3, failures: [], addresses: { seen: 5, settled: 5, open: 0 } });
      const settled = steps.flatMap(({ targets }) => targets.map(({ url }) => url));
      expect(new Set(settled).size).toBe(settled.length);
    }
  });

  it('names the kept answer of what it says is dead', async () => {
    const server = await open({
      '/': page('<a href="/gone.html">旧文</a><a href="/reset.html">断</a>'),
      '/gone.html': gone,
      '/reset.html': reset,
    });
    const folder = mkdtempSync(join(tmpdir(), 'mingcha-proof-'));
    const blobs = packStore(join(folder, 'evidence.log'));
    const { steps, summary } = await crawl(`${server.origin}/`, { ...depsOf(), blobs });
    const proofs = summary.failures.map(({ blob }) => blob);
    expect(proofs).toEqual([expect.stringMatching(/^[\da-f]{64}$/), null]);
    expect(Buffer.from(await blobs.get(proofs[0] as string)).toString()).toBe(page('没有'));
    expect(steps.flatMap(({ targets }) => targets.filter(({ outcome }) => outcome === 'gone').map(({ blob }) => blob))).toEqual([
      proofs[0],
    ]);
    blobs.close();
    rmSync(folder, { recursive: true });
  });

  it('goes away from a host in distress, but not because many of its pages are broken', async () => {
    const links = Array.from({ length: 60 }, (_, i) => `<a href="/${i}.html">第${i}页</a>`).join('');
    const broken = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`/${i}.html`, reset]));
    const server = await open({ '/': page(links), ...broken });
    const { summary } = await crawl(`${server.origin}/`, depsOf());
    expect(summary).toMatchObject({ stopped: null, addresses: { settled: 61 } });
    let asked = 0;
    const down = await open({
      '/': (socket) => (asked++ === 0 ? void socket.write(answer(page(links))) : socket.resetAndDestroy()),
      ...broken,
    });
    const stopped = await crawl(`${down.origin}/`, depsOf({ batch: 10, concurrency: 2 }));
    expect(stopped.summary.stopped).toBe('distress');
    expect(stopped.summary.looks).toBeLessThan(40);
  });

  it.each([
    ['2022-12-27T13:59:59.000Z', 'window'], // 21:59:59 in Shanghai
    ['2022-12-27T14:00:00.000Z', null],
    ['2022-12-27T21:59:59.000Z', null],
    ['2022-12-27T22:00:00.000Z', 'window'],
  ])('keeps to its hours: at %s', async (at, stopped) => {
    const server = await open({ '/': page('首页') });
    const deps = { ...depsOf({ hours: { from: '22:00', to: '06:00' } }), clock: simulatedClock(at) };
    expect((await crawl(`${server.origin}/`, deps)).summary.stopped).toBe(stopped);
  });

  it('says what did not open at all', async () => {
    const server = await open({ '/': reset });
    const { summary } = await crawl(`${server.origin}/`, depsOf());
    expect(summary.failures.map(({ outcomes }) => outcomes)).toEqual([['connect-failed', 'connect-failed']]);
  });

  it('goes on from any checkpoint, repeats no settled address and ends the same', async () => {
    const links = (n: number): string =>
      [2 * n + 1, 2 * n + 2]
        .filter((to) => to < 40)
        .map((to) => `<a href="/${to}.html">第${to}页</a>`)
        .join('');
    const pages = Object.fromEntries(Array.from({ length: 38 }, (_, n) => [n === 0 ? '/' : `/${n}.html`, page(links(n))]));
    const server = await open(pages);
    const home = `${server.origin}/`;
    const whole = await crawl(home, depsOf());
    expect(whole.summary.failures.map(({ url }) => url)).toEqual([`${home}38.html`, `${home}39.html`]);
    for (const [n, at] of [1, 2, 3, 5].entries()) {
      const folder = mkdtempSync(join(tmpdir(), 'mingcha-kill-'));
      const deps = { ...depsOf({ batch: 4, concurrency: 3 }), frontier: fileFrontier(folder) };
      let checkpoint: CrawlCheckpoint | null = null;
      const before: string[] = [];
      for await (const step of crawlSite({ home }, deps)) {
        before.push(...step.targets.map(({ url }) => url));
        checkpoint = JSON.parse(JSON.stringify(step.checkpoint())) as CrawlCheckpoint;
        if (before.length > at * 4) break;
      }
      const asked = server.requests.length;
      let summary: CrawlSummary | null = null;
      const after: string[] = [];
      for await (const step of crawlSite({ home }, deps, checkpoint)) {
        after.push(...step.targets.map(({ url }) => url));
        summary = step.summary;
      }
      expect(new Set([...before, ...after]).size, `${n}`).toBe(before.length + after.length);
      expect(before.length + after.length).toBe(40);
      expect(summary?.failures).toEqual(
        whole.summary.failures.map((one) => ({ ...one, at: expect.any(String), foundOn: expect.any(Array) })),
      );
      expect(server.requests.slice(asked).filter(({ path }) => before.includes(new URL(path, home).href))).toEqual([]);
      rmSync(folder, { recursive: true });
    }
  });

  it('asks at the second visit only for what has changed', async () => {
    const tagged =
      (body: string): Page =>
      (socket, { head }) => {
        const etag = `"${body.length}"`;
        if (head.includes(`if-none-match: ${etag}`)) socket.write('HTTP/1.1 304 Not Modified\r\n\r\n');
        else socket.write(answer(page(body), { ETag: etag }));
      };
    const server = await open({
      '/': tagged('<a href="/a.html">甲</a><a href="/b.html">乙</a><img src="/i.png">'),
      '/a.html': tagged('<a href="/gone.html">旧文</a>'),
      '/b.html': page('乙'), // sends nothing to ask by
      '/i.png': 'x',
    });
    const folder = mkdtempSync(join(tmpdir(), 'mingcha-memory-'));
    const visit = async () => {
      const memory = fileMemory(join(folder, 'memory.log'));
      const asked = server.requests.length;
      const { steps, summary } = await crawl(`${server.origin}/`, { ...depsOf({ sample: 0 }), memory });
      memory.close();
      const unchanged = steps.flatMap(({ pages }) => pages.filter((one) => one.unchanged).map(({ url }) => new URL(url).pathname));
      return { summary, unchanged: unchanged.sort(), asked: server.requests.slice(asked).map(({ path }) => path) };
    };
    const first = await visit();
    expect(first.unchanged).toEqual([]);
    const second = await visit();
    expect(second.unchanged).toEqual(['/', '/a.html', '/b.html']);
    expect(second.asked).not.toContain('/i.png');
    expect(second.summary.bytes).toBeLessThan(first.summary.bytes);
    expect(second.summary.failures.map(({ url, foundOn }) => [url, foundOn])).toEqual(
      first.summary.failures.map(({ url, foundOn }) => [url, foundOn]),
    );
    server.pages['/a.html'] = tagged('<a href="/new.html">新文</a>，已更新');
    server.pages['/new.html'] = page('新');
    const third = await visit();
    expect(third.unchanged).toEqual(['/', '/b.html']);
    expect(third.asked).toContain('/new.html');
    expect(third.summary.failures).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('refuses what is no address', async () => {
    await expect(crawl('某县', depsOf())).rejects.toThrow('不是网址');
  });
});
