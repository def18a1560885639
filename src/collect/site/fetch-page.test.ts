import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import type { BlobStore } from '../../evidence/store.ts';
import { simulatedClock } from '../clock.ts';
import { hexKey } from '../disk/address-index.ts';
import { openNet } from '../http/open-net.ts';
import { keptMemory } from '../memory/kept-memory.ts';
import type { PageTrace } from '../memory/page-memory.ts';
import { FOOT, listPage } from '../testing/small-site.ts';
import { lookAtSite } from './look-at-site.ts';

const entry = (n: number) => [`关于第${n}号工程验收的通知`, `https://other.example/${n}.html`, `2022-12-1${n}`] as const;

describe('pages that say they are unchanged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-unchanged-'));
  const net = openNet({ allowNetworks: ['127.0.0.0/8'], paceMs: 0, obeyRobots: false });
  let blobs: BlobStore;
  let entries: readonly (readonly [string, string, string])[];
  let etag: string;
  let asked: string[];
  const kept = new Map<string, PageTrace>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const known = request.headers['if-none-match'];
    if (path === '/' || path === '/tz/') asked.push(`${path} ${known === etag ? 304 : 200}`);
    if (path === '/favicon.ico') return void response.writeHead(404).end();
    if (known === etag) return void response.writeHead(304).end();
    const body = path === '/tz/' ? listPage('通知公告', entries) : `<title>某县</title><a href="/tz/">通知公告</a>${FOOT}`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(body as string);
  });
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(async () => {
    await net.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    kept.clear();
    [blobs, entries, etag, asked] = [folderStore(folder), [entry(1), entry(2)], '"v1"', []];
  });

  /** A scan on a day; facts as if all scans were made at the same moment. */
  async function scan(day: number, sample: number, withMemory = true) {
    const { memory, changed, written } = keptMemory({
      traces: async (keys) => new Map(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key) as PageTrace] as const] : []))),
      opened: async () => new Map(),
    });
    const facts = [];
    const job = {
      site: { id: 's', url: `${origin()}/` },
      columns: [{ id: 'tz', url: `${origin()}/tz/`, minimumPerYear: null }],
      day: '2022-12-27',
    };
    const clock = simulatedClock(`2022-12-${day}T01:00:00.000Z`);
    const settings = { probes: 0, sample, maxDomains: 0, maxRequests: 4 };
    for await (const step of lookAtSite(job, { net, blobs, clock, settings, ...(withMemory ? { memory } : {}) })) facts.push(...step.facts);
    for (const { key, trace } of changed().traces) kept.set(key, trace);
    written();
    const pages = facts.filter(({ kind }) => kind === 'home' || kind === 'column-list' || kind === 'site-marks');
    return pages
      .map(({ id: _id, ...fact }) => makeFact({ ...fact, at: '2022-12-27T01:00:00.000Z' }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  it('give the same facts as if they had been sent whole', async () => {
    const whole = await scan(20, 0, false);
    await scan(20, 0);
    asked = [];
    expect(await scan(21, 0)).toEqual(whole);
    expect(whole.map(({ kind, blob }) => [kind, blob !== null]).sort()).toEqual([
      ['column-list', true],
      ['home', true],
      ['site-marks', true],
    ]);
    expect(asked).toEqual(['/ 304', '/tz/ 304']);
  });

  it('are sent whole all the same once in so many days', async () => {
    await scan(20, 0);
    asked = [];
    for (const day of [21, 22, 23, 24]) await scan(day, 0.25);
    expect(asked.filter((line) => line === '/tz/ 200')).toHaveLength(1);
    expect(asked.filter((line) => line === '/tz/ 304')).toHaveLength(3);
  });

  it('and turn out to have changed are never taken at their word again', async () => {
    await scan(20, 0);
    entries = [entry(3), ...entries];
    const found = (await scan(21, 1)).find(({ kind }) => kind === 'column-list');
    expect(found?.data).toMatchObject({ newestDate: '2022-12-13' });
    expect(kept.get(hexKey(`${origin()}/tz/`))).toMatchObject({ unreliable: true });
    asked = [];
    await scan(22, 0);
    expect(asked).toEqual(['/ 304', '/tz/ 200']);
  });

  it('are asked for whole when their kept bytes are gone', async () => {
    await scan(20, 0);
    blobs = folderStore(join(folder, 'empty'));
    asked = [];
    const facts = await scan(21, 0);
    expect(facts.find(({ kind }) => kind === 'column-list')?.data).toMatchObject({ outcome: 'ok', newestDate: '2022-12-12' });
    expect(asked).toEqual(['/ 304', '/ 200', '/tz/ 304', '/tz/ 200']);
  });
});
