import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { fetchBytes } from './fetch.testing.ts';
import { loadRegister, readScenario } from './load.ts';
import { isOfficeDay } from './server/days.ts';
import { png } from './server/files.ts';
import { SitePages } from './server/pages.ts';
import { randomOf } from './server/random.ts';
import { publicationDays } from './server/schedule.ts';
import { buildWorld } from './server/world.ts';
import { startSample } from './start.ts';

describe('serve.ts', () => {
  it('says one JSON line when ready, follows its clock and ends with its parent', async () => {
    const child = spawn(process.execPath, ['samples/serve.ts', '--port', '0', '--control', '0', '--until-stdin-ends'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const ready = JSON.parse(line) as { port: number; control: string; sites: number; accounts: number; now: string };
    expect(ready).toMatchObject({ ready: true, area: 'langxi-2022', sites: 44, accounts: 40, now: '2022-11-27T01:00:00.000Z' });
    const set = await fetch(ready.control, { method: 'POST', body: JSON.stringify({ now: '2022-12-27T09:00:00+08:00' }) });
    expect(await set.json()).toEqual({ now: '2022-12-27T01:00:00.000Z' });
    const home = await fetchBytes(`http://127.18.21.1:${ready.port}/`);
    expect(home.bytes.toString('utf8')).toContain('今天是2022年12月27日 星期二');
    expect(home.headers.date).toBe('Tue, 27 Dec 2022 01:00:00 GMT');
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends on SIGTERM', async () => {
    const child = spawn(process.execPath, ['samples/serve.ts', '--area', 'cangxi-2020-q1', '--port', '0', '--control', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: child.stdout }), 'line');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says which port is taken', async () => {
    const first = await startSample({ area: 'cangxi-2020-q1', port: 0, controlPort: 0 });
    try {
      const args = ['samples/serve.ts', '--area', 'cangxi-2020-q1', '--port', String(first.port), '--control', '0'];
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect([status, stderr]).toEqual([8, `端口 ${first.port} 或 0 已被占用，请用 --port、--control 换一个。\n`]);
    } finally {
      await first.close();
    }
  });

  it('names the areas there are when asked for another', () => {
    const { status, stderr } = spawnSync(process.execPath, ['samples/serve.ts', '--area', 'nowhere'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('langxi-2022、cangxi-2020-q1');
  });
});

describe('the clock', () => {
  it.each(['', 'null', '{}', '{"now":"2022-12-27T09:00:00"}', '{"now":"soon Z"}'])('refuses %j and stays where it was', async (body) => {
    const sample = await startSample({ area: 'cangxi-2020-q1', port: 0, controlPort: 0 });
    try {
      const control = `http://127.0.0.1:${sample.controlPort}/clock`;
      expect((await fetch(control, { method: 'POST', body })).status).toBe(400);
      expect(await (await fetch(control)).json()).toEqual({ now: '2020-01-02T01:00:00.000Z' });
    } finally {
      await sample.close();
    }
  });
});

describe('HTTP', () => {
  it('answers 304 to its own validators, 404 to a wrong address, nothing but headers to HEAD', async () => {
    const sample = await startSample({ area: 'langxi-2022', port: 0, controlPort: 0, now: '2022-12-27T01:00:00Z' });
    try {
      const home = `http://127.18.21.3:${sample.port}/`;
      const first = await fetchBytes(home);
      const etag = first.headers.etag as string;
      const modified = first.headers['last-modified'] as string;
      expect((await fetchBytes(home, { 'If-None-Match': etag })).status).toBe(304);
      expect((await fetchBytes(home, { 'If-Modified-Since': modified })).status).toBe(304);
      expect((await fetchBytes(home, { 'If-None-Match': '"other"', 'If-Modified-Since': modified })).status).toBe(200);
      const head = await fetchBytes(home, {}, 'HEAD');
      expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([200, 0, String(first.bytes.length)]);
      expect((await fetchBytes(`${home}nothing.html`)).status).toBe(404);
      expect((await fetchBytes(home, {}, 'POST')).status).toBe(405);
      sample.clock.now += 86_400_000;
      expect((await fetchBytes(home, { 'If-None-Match': etag })).status).toBe(200);
    } finally {
      await sample.close();
    }
  });
});

describe('the world', () => {
  const build = () => buildWorld(loadRegister('langxi-2022', 18080), readScenario('langxi-2022'));

  it('is the same, byte for byte, each time it is built', () => {
    const now = Date.parse('2022-12-27T01:00:00Z');
    const [one, two] = [build(), build()];
    for (const [address, host] of one) {
      const other = two.get(address);
      if (host.kind !== 'site' || other?.kind !== 'site') continue;
      const news = host.model.columns[0]?.address as string;
      for (const path of ['/', news])
        expect(new SitePages(host.model).get(path, now).body.equals(new SitePages(other.model).get(path, now).body)).toBe(true);
    }
  });

  it('publishes on office days only, under numbers and addresses that occur once in a site', () => {
    for (const host of build().values()) {
      if (host.kind !== 'site') continue;
      const articles = host.model.columns.flatMap((c) => c.articles);
      expect(articles.filter((a) => !isOfficeDay(a.date)).map((a) => a.date)).toEqual([]);
      expect(new Set(articles.map((a) => a.id)).size).toBe(articles.length);
      expect(new Set(articles.map((a) => a.address)).size).toBe(articles.length);
      for (const column of host.model.columns) expect(new Set(column.articles.map((a) => a.title)).size).toBe(column.articles.length);
    }
  });

  it('shows an item from its minute on, not before', () => {
    const host = [...build().values()][0];
    if (host?.kind !== 'site') throw new Error('the first host is a site');
    const column = host.model.columns[0];
    const article = column?.articles.at(-1);
    if (!column || !article) throw new Error('the first column has items');
    const pages = new SitePages(host.model);
    expect(pages.get(article.address, article.at - 1).status).toBe(404);
    expect(pages.get(article.address, article.at).status).toBe(200);
    expect(pages.get(column.address, article.at - 1).body.includes(`_${article.id}.`)).toBe(false);
    expect(pages.get(column.address, article.at).body.includes(`_${article.id}.`)).toBe(true);
  });

  it('keeps old items on top of some lists, and some lists oldest first', () => {
    const columns = [...build().values()].flatMap((h) => (h.kind === 'site' ? h.model.columns : []));
    expect(columns.filter((c) => c.pinned !== null).length).toBeGreaterThan(20);
    expect(columns.filter((c) => c.oldestFirst).length).toBeGreaterThan(20);
  });
});

describe('publicationDays', () => {
  const rhythm = { from: '2022-01-01', to: '2022-12-31', gap: [3, 9] as const, shift: (day: string) => day };
  it.each([
    ['none', []],
    ['one that ends', [{ from: '2022-03-10', to: '2022-06-01' }]],
    [
      'two, unordered',
      [
        { from: '2022-08-01', to: '2022-09-15' },
        { from: '2022-02-11', to: '2022-04-01' },
      ],
    ],
    ['one for good', [{ from: '2022-05-05', to: null }]],
  ])('keeps its silences: %s', (_name, silences) => {
    const days = publicationDays(randomOf('test'), rhythm, silences);
    expect(days).toEqual([...new Set(days)].toSorted());
    for (const { from, to } of silences) {
      expect(days).toContain(from);
      if (to) expect(days).toContain(to);
      expect(days.filter((d) => d > from && (to === null || d < to))).toEqual([]);
    }
    const quiet = silences.map((s) => s.from);
    for (const [i, day] of days.slice(0, -1).entries()) {
      if (quiet.includes(day)) continue;
      expect(Date.parse(days[i + 1] as string) - Date.parse(day)).toBeLessThanOrEqual(9 * 86_400_000);
    }
  });
});

describe('isOfficeDay', () => {
  it.each([
    ['2022-09-30', true],
    ['2022-10-01', false],
    ['2022-10-07', false],
    ['2022-10-08', false],
    ['2022-10-10', true],
    ['2020-01-23', true],
    ['2020-01-24', false],
    ['2020-01-31', false],
    ['2020-02-03', true],
  ])('%s: %s', (day, open) => {
    expect(isOfficeDay(day)).toBe(open);
  });
});

describe('png', () => {
  it('is a picture: signature, size, end', () => {
    const bytes = png('x', 12, 7);
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([12, 7]);
    expect(bytes.subarray(-8, -4).toString('latin1')).toBe('IEND');
  });
});
