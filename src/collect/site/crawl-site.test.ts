import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { simulatedClock } from '../clock.ts';
import type { Net } from '../http/net.ts';
import { openNet } from '../http/open-net.ts';
import { answer } from '../testing/raw-server.ts';
import { type Page, smallSite } from '../testing/small-site.ts';
import { type CrawlDeps, type CrawlSettings, type CrawlStep, type CrawlSummary, crawlSite } from './crawl-site.ts';

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

  it('says what did not open at all', async () => {
    const server = await open({ '/': reset });
    const { summary } = await crawl(`${server.origin}/`, depsOf());
    expect(summary.failures.map(({ outcomes }) => outcomes)).toEqual([['connect-failed', 'connect-failed']]);
  });

  it('refuses what is no address', async () => {
    await expect(crawl('某县', depsOf())).rejects.toThrow('不是网址');
  });
});
