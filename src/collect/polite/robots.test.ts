import { afterEach, describe, expect, it } from 'vitest';
import { fetchLook } from '../http/fetch-look.ts';
import type { Net } from '../http/net.ts';
import { openNet } from '../http/open-net.ts';
import { answer, type RawServer, rawServer } from '../testing/raw-server.ts';
import { createRobots } from './robots.ts';

let net: Net | null = null;
let server: RawServer | null = null;
afterEach(async () => {
  await net?.close();
  await server?.close();
});

async function lookUnder(robots: Buffer, options: { obeyRobots?: boolean } = {}, paths = ['/zwgk/index.html']) {
  server = await rawServer((socket, { path }) => socket.write(path === '/robots.txt' ? robots : answer('<p>正文正文正文</p>')));
  net = openNet({ allowNetworks: ['127.0.0.0/8'], paceMs: 0, totalMs: 10_000, ...options });
  const outcomes = [];
  for (const path of paths) outcomes.push((await fetchLook(net, server.origin + path)).outcome);
  return outcomes;
}
const text = (body: string): Buffer => answer(body, { 'Content-Type': 'text/plain' });

describe('robots.txt', () => {
  it.each([
    ['forbids all', text('User-agent: *\nDisallow: /'), 'robots'],
    ['forbids us by name', text('User-agent: mingcha\nDisallow: /zwgk/\n\nUser-agent: *\nAllow: /'), 'robots'],
    ['forbids another', text('User-agent: Baiduspider\nDisallow: /'), 'ok'],
    ['forbids another folder', text('User-agent: *\nDisallow: /admin/'), 'ok'],
    ['allows inside what it forbids', text('User-agent: *\nDisallow: /zwgk/\nAllow: /zwgk/index.html'), 'ok'],
    ['missing', answer('', {}, '404 Not Found'), 'ok'],
    ['is the error page of the site', answer('<html>Disallow: /</html>'), 'ok'],
    ['broken server', answer('', {}, '500 Oops'), 'ok'],
    ['is empty', text(''), 'ok'],
    ['is nonsense', text('\u0000\u0001 ::: %%% Disallow'), 'ok'],
  ])('%s', async (_name, robots, outcome) => {
    expect(await lookUnder(robots)).toEqual([outcome]);
  });

  it('is read again after a day', async () => {
    let [now, body, asked] = [0, 'User-agent: *\nDisallow: /', 0];
    const rules = createRobots(
      'Mingcha',
      async () => {
        asked += 1;
        return { status: 200, text: body };
      },
      () => now,
    );
    const url = new URL('http://www.site.cn/zwgk/');
    const allowed = async (): Promise<boolean> => (await rules(url)).allows(url);
    expect(await allowed()).toBe(false);
    body = '';
    now = 24 * 3_600_000 - 1;
    expect(await allowed()).toBe(false);
    now += 1;
    expect(await allowed()).toBe(true);
    expect(asked).toBe(2);
  });

  it('is overridden by an operator who answers for the sites', async () => {
    expect(await lookUnder(text('User-agent: *\nDisallow: /'), { obeyRobots: false })).toEqual(['ok']);
    expect(server?.requests.map((request) => request.path)).toEqual(['/zwgk/index.html']);
  });

  it('is fetched once, also by many at the same time', async () => {
    await lookUnder(text('User-agent: *\nDisallow: /admin/'), {}, []);
    const { origin, requests } = server as RawServer;
    await Promise.all(['/a', '/b', '/admin/c', '/d'].map((path) => fetchLook(net as Net, origin + path)));
    expect(requests.map((request) => request.path).filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(requests.map((request) => request.path)).not.toContain('/admin/c');
  });

  it('forbids a redirect target too', async () => {
    server = await rawServer((socket, { path }) => {
      if (path === '/robots.txt') socket.write(text('User-agent: *\nDisallow: /hidden/'));
      else socket.write(answer('', { Location: '/hidden/x' }, '302 Found'));
    });
    net = openNet({ allowNetworks: ['127.0.0.0/8'], paceMs: 0, totalMs: 10_000 });
    expect((await fetchLook(net, `${server.origin}/go`)).outcome).toBe('robots');
  });

  it('its Crawl-delay is kept', async () => {
    const started = performance.now();
    await lookUnder(text('User-agent: *\nCrawl-delay: 0.2'), {}, ['/a', '/b', '/c']);
    expect(performance.now() - started).toBeGreaterThanOrEqual(390);
  });
});

describe('Retry-After', () => {
  it('is obeyed by the next look, and a host that rests too long is called blocked', async () => {
    let first = true;
    server = await rawServer((socket) => {
      socket.write(
        first
          ? answer('', { 'Retry-After': '1' }, '503 Service Unavailable')
          : answer('', { 'Retry-After': '500' }, '429 Too Many Requests'),
      );
      first = false;
    });
    net = openNet({ allowNetworks: ['127.0.0.0/8'], paceMs: 0, obeyRobots: false });
    const started = performance.now();
    expect((await fetchLook(net, `${server.origin}/`)).outcome).toBe('server-error');
    expect((await fetchLook(net, `${server.origin}/`)).outcome).toBe('blocked');
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
    const refused = await fetchLook(net, `${server.origin}/`);
    expect([refused.outcome, refused.status, server.requests.length]).toEqual(['blocked', null, 2]);
  });
});
