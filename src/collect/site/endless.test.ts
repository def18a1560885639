import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { simulatedClock } from '../clock.ts';
import { type Net, openNet } from '../http/open-net.ts';
import { answer, type RawHandler, rawServer } from '../testing/raw-server.ts';
import { type CrawlSummary, crawlSite } from './crawl-site.ts';
import { lookAtSite } from './look-at-site.ts';

/** Sites that make a new address of every visit. A crawl ends by its limits, says which, and calls nothing dead. */
const page = (links: readonly string[]): string =>
  `<html><head><title>某县人民政府</title></head><body>${links.map((href) => `<a href="${href}">下一页</a>`).join('')}<p>正文</p></body></html>`;

let visits = 0;
const SITES: Readonly<Record<string, RawHandler>> = {
  'a calendar that knows every month': (socket, { path }) => {
    const month = Number(/m=(-?\d+)/.exec(path)?.[1] ?? 0);
    socket.write(answer(page([`/cal?m=${month + 1}`, `/cal?m=${month - 1}`, ...[1, 2, 3].map((day) => `/day?m=${month}&d=${day}`)])));
  },
  'a session id in every link': (socket) => {
    visits += 1;
    socket.write(answer(page(['/', '/a.html', '/b.html'].map((href) => `${href}?jsessionid=${visits}`))));
  },
  'a session id by redirect': (socket, { path }) => {
    visits += 1;
    socket.write(
      path.includes('sid=')
        ? answer(page([`/a?sid=x${visits}`, `/b/${visits}`]))
        : answer('', { Location: `${path}?sid=${visits}` }, '302 Found'),
    );
  },
  'folders inside one another': (socket, { path }) =>
    void socket.write(answer(page([`${path.replace(/\/?$/, '/')}down/`, './deeper/', '../again/x/']))),
  'thousands of links on every page': (socket) => {
    visits += 1;
    socket.write(answer(page(Array.from({ length: 3_000 }, (_, i) => `/${visits}/${i}.html`))));
  },
};

let net: Net;
let folder: string;
beforeAll(async () => {
  net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, backOffMs: 1, obeyRobots: false, perHost: 8 });
  folder = await mkdtemp(join(tmpdir(), 'mingcha-endless-'));
});
afterAll(async () => {
  await net.close();
  await rm(folder, { recursive: true });
});

describe('endless sites', () => {
  it.each(Object.entries(SITES))('%s: a crawl', async (_name, handler) => {
    const server = await rawServer(handler);
    let summary: CrawlSummary | null = null;
    const outcomes = new Set<string>();
    const deps = {
      net,
      blobs: null,
      clock: simulatedClock('2022-12-27T01:00:00.000Z'),
      settings: { maxPages: 40, maxAddresses: 5_000, apartMs: 1 },
    };
    for await (const step of crawlSite({ home: `${server.origin}/` }, deps)) {
      for (const { outcome } of step.targets) outcomes.add(outcome);
      summary = step.summary ?? summary;
    }
    await server.close();
    expect(['pages', 'addresses']).toContain(summary?.stopped);
    expect(summary?.pages).toBeLessThanOrEqual(40);
    expect(server.requests.length).toBeLessThan(200);
    expect([...outcomes]).toEqual(['ok']);
  });

  it.each(Object.entries(SITES))('%s: a daily look', async (_name, handler) => {
    const server = await rawServer(handler);
    const facts: Fact[] = [];
    const settings = { probes: 0, maxRequests: 150, apartMs: 1 };
    const deps = { net, blobs: folderStore(folder), clock: simulatedClock('2022-12-27T01:00:00.000Z'), settings };
    const job = {
      site: { id: 'site_1', url: `${server.origin}/` },
      columns: [{ id: 'c', url: `${server.origin}/list/`, minimumPerYear: 20 }],
      day: '2022-12-27',
    };
    for await (const step of lookAtSite(job, deps)) facts.push(...step.facts);
    await server.close();
    expect(server.requests.length).toBeLessThan(200);
    const links = facts.filter((fact): fact is Fact<'link'> => fact.kind === 'link');
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ data }) => data.outcome !== 'ok')).toEqual([]);
  });
});
