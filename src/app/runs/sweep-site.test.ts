import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { type Clock, realClock } from '../../collect/clock.ts';
import { openNet } from '../../collect/http/open-net.ts';
import { answer } from '../../collect/testing/raw-server.ts';
import { type Page, smallSite } from '../../collect/testing/small-site.ts';
import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { factsBetween } from '../../store/facts.ts';
import { writeRegister } from '../../store/register.ts';
import { createRun } from '../../store/runs.ts';
import { claimTarget } from '../../store/targets.ts';
import { areaId } from '../../subjects/area.ts';
import { type Site, siteId } from '../../subjects/channel.ts';
import { unitId } from '../../subjects/unit.ts';
import { computeDay } from '../judge/judge-day.ts';
import type { App } from '../open.ts';
import { furtherPages } from './further-pages.ts';
import { scanSite } from './scan-site.ts';
import { sweepSite } from './sweep-site.ts';

const DAY = '2026-11-20';
const PAGES = 300;
/** Pages that carry a dead link, and the dead picture. */
const DEAD = [17, 120, 299];
const ANY_TIME = { hours: null, pages: 400, requests: 3_000 };

/** A chain of folders, thirty pages each, that only a sweep gets to the end of. */
function pages(): Record<string, Page> {
  const table: Record<string, Page> = { '/': '<html><body><h1>某局</h1><a href="/p0.html">目录</a></body></html>' };
  for (let i = 0; i < PAGES; i++) {
    const dead = DEAD.includes(i) ? `<a href="/gone${i}.html">办事指南${i}</a>` : '';
    const next = i % 30 === 0 ? Array.from({ length: 30 }, (_, k) => `<a href="/p${i + k + 1}.html">第${k}页</a>`).join('') : '';
    table[`/p${i}.html`] =
      `<html><body><h1>第${i}页</h1>${i + 30 < PAGES || i % 30 === 0 ? next : ''}${dead}<p>${'正文。'.repeat(60)}</p></body></html>`;
  }
  table[`/p${PAGES}.html`] = '<html><body>末页</body></html>';
  return table;
}

/** The day moves on by whole waits; the pages are looked at as fast as they come. */
function leaping(start: string): Clock {
  let ahead = Date.parse(start) - Date.now();
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    async wait(ms, signal) {
      signal?.throwIfAborted();
      ahead += ms;
    },
  };
}

describe('a sweep', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-sweep-'));
  const net = openNet({ allowNetworks: ['127.0.0.0/8'], paceMs: 0, obeyRobots: false });
  let database: TestDatabase;
  let app: App;
  let closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    const config = { home: folder, databaseUrl: database.url, allowNetworks: [], host: '', port: 0, contact: null };
    app = {
      db: database.db,
      databaseUrl: database.url,
      blobs: folderStore(folder),
      config,
      now: realClock.now,
      close: async () => undefined,
    };
  });
  afterAll(async () => {
    await net.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const close of closing) await close();
    closing = [];
  });

  /** A registered site of its own area. */
  async function register(name: string, url: string): Promise<Site> {
    const area = { id: areaId(name), name, level: 'county' as const, parentId: null };
    const unit = {
      id: unitId(area.id, name),
      areaId: area.id,
      name,
      kind: 'department' as const,
      group: null,
      aliases: [],
      namePlates: [],
    };
    const site: Site = {
      type: 'site',
      id: siteId(area.id, 'department_site', name, url),
      areaId: area.id,
      unitId: unit.id,
      kind: 'department_site',
      name,
      url,
      states: [{ state: 'in_operation', from: '2020-01-01' }],
    };
    const units = [{ ...unit, parentId: null, order: 1, activeFrom: null, activeTo: null }];
    await writeRegister(database.db, { areas: [area], units, sites: [site], columns: [], accounts: [] });
    return site;
  }

  /** One attempt at a target; `kill` ends it at once when so many looks have begun. */
  async function attempt(site: Site, day: CalendarDate, kind: 'sweep' | 'daily', clock: Clock, kill = Number.POSITIVE_INFINITY) {
    const targets = [{ channelId: site.id, host: new URL(site.url).host }];
    const run = await createRun(database.db, { areaId: site.areaId, day, kind, createdAt: clock.now(), targets });
    const target = await claimTarget(database.db, { runId: run.id, channelId: site.id }, clock.now());
    if (!target) throw new Error('nothing to claim');
    const stop = new AbortController();
    let asked = 0;
    const killing: Clock = {
      now() {
        if (++asked === kill) stop.abort(new Error('killed'));
        return clock.now();
      },
      wait: clock.wait,
    };
    const shared = { run, target, site, net, clock: killing, signal: stop.signal };
    if (kind === 'daily') return scanSite(app, { ...shared, simulated: true, looking: ANY_TIME });
    return sweepSite(app, { ...shared, hours: null, maxPages: 30_000 });
  }

  const factsOf = (site: Site, kinds: readonly ('link' | 'sweep')[]) =>
    factsBetween(database.db, [site.id], kinds, instantOf(addDays(DAY, -1), '00:00'), instantOf(addDays(DAY, 9), '00:00'));
  const paths = (facts: readonly Fact[]) =>
    facts.flatMap((fact) => (fact.kind === 'link' ? [new URL((fact as Fact<'link'>).data.url).pathname] : [])).sort();
  const open = async (table = pages()) => {
    const server = await smallSite(table);
    closing.push(server.close);
    return server;
  };

  it('writes what failed with the pages it stands on and the answer that was seen, nothing of what opened, and a summary', async () => {
    const server = await open();
    const site = await register('甲县', `${server.origin}/`);
    expect(await attempt(site, DAY, 'sweep', leaping(instantOf(DAY, '22:30')))).toBeNull();
    const links = (await factsOf(site, ['link'])) as Fact<'link'>[];
    expect(paths(links)).toEqual(['/gone120.html', '/gone17.html', '/gone299.html']);
    for (const { data, blob } of links) {
      expect(data).toMatchObject({ outcome: 'gone', status: 404, own: true, foundOnCount: 1 });
      expect(data.foundOn[0]?.url).toBe(data.url.replace('gone', 'p'));
      expect(Buffer.from(await app.blobs.get(blob as string)).toString()).toContain('没有');
    }
    expect(await factsOf(site, ['sweep'])).toMatchObject([{ data: { pages: PAGES + 2, addresses: PAGES + 5, stopped: null } }]);
  });

  it('killed again and again it finds the same, once', async () => {
    const server = await open();
    const site = await register('乙县', `${server.origin}/`);
    const clock = leaping(instantOf(DAY, '22:30'));
    for (const kill of [60, 90, 120]) await expect(attempt(site, DAY, 'sweep', clock, kill)).rejects.toThrow('killed');
    expect(await factsOf(site, ['sweep'])).toEqual([]);
    expect(await attempt(site, DAY, 'sweep', clock)).toBeNull();
    expect(paths(await factsOf(site, ['link']))).toEqual(['/gone120.html', '/gone17.html', '/gone299.html']);
    expect(await factsOf(site, ['sweep'])).toMatchObject([{ data: { pages: PAGES + 2, addresses: PAGES + 5, stopped: null } }]);
  });

  it('accuses after looks on later days, where the page still carries the link, and acquits what is put right', async () => {
    const table = pages();
    const server = await open(table);
    const site = await register('丙县', `${server.origin}/`);
    await attempt(site, DAY, 'sweep', leaping(instantOf(DAY, '22:30')));
    const judged = async (day: CalendarDate) =>
      (await computeDay(app, site.areaId, day)).observations.find(({ checkId }) => checkId === 'broken-link');
    expect(await judged(DAY)).toMatchObject({ verdict: 'cannot-tell', reason: 'too-few-looks', findings: [] });
    expect((await furtherPages(database.db, site.id, addDays(DAY, 1))).map((url) => new URL(url).pathname)).toEqual([
      '/p120.html',
      '/p17.html',
      '/p299.html',
    ]);
    table['/gone17.html'] = '<html><body>办事指南</body></html>';
    table['/p120.html'] = '<html><body>已撤下链接</body></html>';
    for (const later of [1, 2]) await attempt(site, addDays(DAY, later), 'daily', leaping(instantOf(addDays(DAY, later), '23:00')));
    const observation = await judged(addDays(DAY, 2));
    expect(observation?.verdict).toBe('fail');
    expect(observation?.findings.map(({ place }) => new URL(place.url as string).pathname)).toEqual(['/gone299.html']);
    expect(observation?.findings[0]).toMatchObject({ measured: { home: false, foundOnCount: 1, anchorText: '办事指南299' } });
  });

  it('tells of a link that failed before and opens now', async () => {
    const table = pages();
    const server = await open(table);
    const site = await register('丁县', `${server.origin}/`);
    await attempt(site, DAY, 'sweep', leaping(instantOf(DAY, '22:30')));
    for (const i of DEAD) table[`/gone${i}.html`] = '<html><body>办事指南</body></html>';
    await attempt(site, addDays(DAY, 5), 'sweep', leaping(instantOf(addDays(DAY, 5), '22:30')));
    const last = (await factsOf(site, ['link'])).slice(-DEAD.length) as Fact<'link'>[];
    expect(last.map(({ data }) => data.outcome)).toEqual(['ok', 'ok', 'ok']);
  });

  it('keeps to its hours', async () => {
    const server = await open({ '/': '<a href="/x">x</a>', '/x': answer('<p>x</p>') });
    const site = await register('戊县', `${server.origin}/`);
    const clock = leaping(instantOf(DAY, '12:00'));
    const run = await createRun(database.db, {
      areaId: site.areaId,
      day: DAY,
      kind: 'sweep',
      createdAt: clock.now(),
      targets: [{ channelId: site.id, host: 'h' }],
    });
    const target = await claimTarget(database.db, { runId: run.id, channelId: site.id }, clock.now());
    if (!target) throw new Error('nothing to claim');
    const signal = new AbortController().signal;
    const hours = { from: '22:00', to: '06:00' };
    const put = await sweepSite(app, { run, target, site, net, clock, hours, maxPages: 10, signal });
    expect(put?.afterMs).toBeGreaterThan(9.9 * 3_600_000);
    expect(put?.afterMs).toBeLessThanOrEqual(10 * 3_600_000);
  });

  it('a scan that somebody asked for on top has what the day has left over of pages, and makes no availability visit', async () => {
    const server = await open({ '/': '<a href="/x">x</a>', '/x': answer('<p>x</p>') });
    const site = await register('己县', `${server.origin}/`);
    const clock = leaping(instantOf(DAY, '12:00'));
    const scan = async (kind: string, pages: number) => {
      const targets = [{ channelId: site.id, host: 'h' }];
      const run = await createRun(database.db, { areaId: site.areaId, day: DAY, kind, createdAt: clock.now(), targets });
      const target = await claimTarget(database.db, { runId: run.id, channelId: site.id }, clock.now());
      if (!target) throw new Error('nothing to claim');
      const looking = { hours: null, pages, requests: 1000 };
      await scanSite(app, { run, target, site, net, clock, simulated: false, looking, signal: new AbortController().signal });
      const { rows } = await sql<{ kind: string; n: number }>`
        select kind, count(*) as n from fact where run_id = ${run.id} and kind in ('probe', 'home', 'link') group by kind order by kind`.execute(
        database.db,
      );
      return rows.map((row) => `${row.kind} ${row.n}`);
    };
    expect(await scan('daily', 400)).toEqual(['home 1', 'link 1', 'probe 1']);
    // One page is left of two: the home page, and not the link it shows.
    expect(await scan('again-1', 2)).toEqual(['home 1']);
  });
});
