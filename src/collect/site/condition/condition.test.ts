import { afterEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../core/id.ts';
import type { Fact } from '../../../evidence/fact.ts';
import type { FactKind } from '../../../evidence/facts.ts';
import { simulatedClock } from '../../clock.ts';
import { openNet } from '../../http/open-net.ts';
import type { SiteSettings } from '../../settings.ts';
import { GOOD_LEAF, TEST_KEY } from '../../testing/certificates.ts';
import { answer, type RawServer, rawServer } from '../../testing/raw-server.ts';
import { FOOT } from '../../testing/small-site.ts';
import type { SiteCheckpoint, SiteDeps, SiteJob } from '../job.ts';
import { lookAtSite } from '../look-at-site.ts';

const AT = '2022-12-27T01:00:00.000Z';
const page = (title: string, body: string): string => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const SALE = page('x', '<p>此域名正在出售，请联系购买</p><p>sold.example</p>');

/** What stands at each name, all on one loopback server. */
const HOSTS: Readonly<Record<string, string>> = {
  'sold.example': SALE,
  'perhaps.example': page('x', '<p>此域名已过期</p>'),
  'fine.example': page('某协会', '<p>协会简介</p>'),
};

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

async function world(home: (port: number) => string, tls?: { key: string; cert: string }) {
  let port = 0;
  const answers =
    (own: boolean): Parameters<typeof rawServer>[0] =>
    (socket, { head, method }) => {
      const host = /^host: ([^:\r]+)/im.exec(head)?.[1] ?? '';
      const body = own && (host === 'county.example' || host === '127.0.0.1') ? home(port) : (HOSTS[host] ?? '<p>正文</p>');
      socket.write(answer(method === 'HEAD' ? '' : body));
    };
  const site = await rawServer(answers(true), tls);
  const others = tls ? await rawServer(answers(false)) : site;
  port = others.port;
  const net = openNet({
    allowNetworks: ['127.0.0.0/8'],
    paceMs: 0,
    connectMs: 1_000,
    obeyRobots: false,
    resolve: async (name) => {
      if (name === 'nowhere.example') throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      if (name === 'muddled.example') throw Object.assign(new Error('try again'), { code: 'EAI_AGAIN' });
      return [{ address: '127.0.0.1', family: 4 }];
    },
  });
  closing.push(site.close, others.close, net.close);
  const job: SiteJob = {
    site: { id: 'site_1', url: `${tls ? 'https' : 'http'}://county.example:${site.port}/` },
    columns: [],
    day: '2022-12-27',
  };
  const deps = (settings: Partial<SiteSettings> = {}): SiteDeps => ({
    net,
    blobs: { put: async (bytes) => sha256(bytes), get: async () => new Uint8Array(), has: async () => false },
    clock: simulatedClock(AT),
    settings: { probes: 0, ...settings },
  });
  return { job, deps, site, others };
}

async function scan(job: SiteJob, deps: SiteDeps, from: SiteCheckpoint | null = null): Promise<{ facts: Fact[]; steps: string[] }> {
  const facts: Fact[] = [];
  const steps: string[] = [];
  for await (const step of lookAtSite(job, deps, from)) {
    facts.push(...step.facts);
    steps.push(step.key);
  }
  return { facts, steps };
}
const of = <K extends FactKind>(facts: readonly Fact[], kind: K): Fact<K>[] => facts.filter((fact): fact is Fact<K> => fact.kind === kind);
const asked = (server: RawServer, host: string): number =>
  server.requests.filter(({ head, path }) => path === '/x/' && head.toLowerCase().includes(`host: ${host}:`)).length;

describe('the condition of a site', () => {
  it('is looked at once a scan, each part its own fact', async () => {
    const mixed =
      '<script src="http://fine.example/a.js"></script><img src="http://fine.example/a.png"><a href="http://fine.example/">x</a>';
    const { job, deps } = await world(() => page('某县人民政府', mixed + FOOT), { key: TEST_KEY, cert: GOOD_LEAF });
    const { facts, steps } = await scan(job, deps());
    expect(steps.filter((key) => key === 'condition')).toHaveLength(1);
    expect(
      of(facts, 'certificate').map(({ subjectId, at, data }) => [subjectId, at, data.host, data.uses, data.state, data.httpsRedirect]),
    ).toEqual([['site_1', AT, 'county.example', 'https', 'unknown-issuer', null]]);
    expect(of(facts, 'address-family').map(({ data }) => data)).toEqual([
      { host: 'county.example', hasAAAA: false, reachable: 'no', reason: 'no-aaaa' },
    ]);
    expect(of(facts, 'mixed-content').map(({ subjectId, data }) => [subjectId, data.count, data.active])).toEqual([['site_1', 2, 1]]);
    expect(of(facts, 'domain').find(({ data }) => data.own)).toMatchObject({
      subjectId: 'site_1',
      data: { host: 'county.example', state: 'ok' },
    });
  });

  it('plain http has no certificate and nothing to mix', async () => {
    const { job, deps } = await world(() => page('某县人民政府', `<img src="http://fine.example/a.png">${FOOT}`));
    const { facts } = await scan(job, deps());
    expect(of(facts, 'certificate')[0]?.data).toMatchObject({ uses: 'http', state: 'none', reason: null });
    expect(of(facts, 'mixed-content')).toEqual([]);
  });

  it.each([
    ['a name nobody has', 'nowhere.example', 'does-not-resolve'],
    ['a name service in trouble is not the name', 'muddled.example', 'cannot-tell'],
  ])('own domain: %s', async (_name, host, state) => {
    const { deps } = await world(() => '');
    const job: SiteJob = { site: { id: 'site_1', url: `http://${host}/` }, columns: [], day: '2022-12-27' };
    const { facts } = await scan(job, deps({ maxLooks: 1 }));
    expect(of(facts, 'domain').map(({ data }) => [data.own, data.state, data.outcome])).toEqual([[true, state, 'dns-failed']]);
    expect(of(facts, 'certificate')[0]?.data).toMatchObject({ state: 'not-run', reason: 'dns-failed' });
    expect(of(facts, 'address-family')[0]?.data).toMatchObject({ reachable: 'cannot-tell', reason: 'dns-failed' });
  });

  it('own domain sold', async () => {
    const { job, deps } = await world(() => page('county.example', '<p>您访问的域名已过期</p>'));
    const { facts } = await scan(job, deps());
    expect(of(facts, 'domain')[0]?.data).toMatchObject({ own: true, state: 'parked', signals: ['expired-words', 'title-is-host'] });
  });
});

describe('domains own pages link to', () => {
  const links = (port: number): string =>
    page(
      '某县人民政府',
      ['sold', 'perhaps', 'fine', 'nowhere']
        .map((name) => `<a href="http://${name}.example:${port}/x/">${name}</a><a href="http://${name}.example:${port}/longer.html">b</a>`)
        .join('') + FOOT,
    );

  it('each host once, by a link that is not asked for again', async () => {
    const { job, deps, site } = await world(links);
    const { facts } = await scan(job, deps({ maxLooks: 1 }));
    const foreign = of(facts, 'domain').filter(({ data }) => !data.own);
    expect(Object.fromEntries(foreign.map(({ data }) => [data.host, data.state]))).toEqual({
      'sold.example': 'parked',
      'perhaps.example': 'resold-suspected',
      'fine.example': 'ok',
      'nowhere.example': 'does-not-resolve',
    });
    expect(foreign.map(({ blob }) => blob !== null)).toEqual(foreign.map(({ data }) => data.signals.length > 0));
    expect(asked(site, 'sold.example')).toBe(1);
    expect(
      of(facts, 'link')
        .filter(({ data }) => data.url.includes('sold.example'))
        .map(({ data }) => data.outcome),
    ).toEqual(['ok', 'ok']);
  });

  it('each host has its turn within some days', async () => {
    const { job, deps } = await world(links);
    const seen = new Set<string>();
    for (let day = 1; day <= 20; day++) {
      const { steps } = await scan({ ...job, day: `2022-12-${String(day).padStart(2, '0')}` }, deps({ maxLooks: 1, maxDomains: 1 }));
      for (const key of steps) if (key.startsWith('domain:')) seen.add(key);
    }
    expect(seen.size).toBe(4);
  });

  it('no more than the limit, also when a killed scan goes on', async () => {
    const { job, deps } = await world(links);
    const settings = { maxLooks: 1, maxDomains: 2, batch: 2, concurrency: 1 };
    const wanted = (await scan(job, deps(settings))).facts.map(({ id }) => id).sort();
    const { steps } = await scan(job, deps(settings));
    expect(steps.filter((key) => key.startsWith('domain:'))).toHaveLength(2);
    for (let killed = 1; killed < steps.length; killed++) {
      const facts: Fact[] = [];
      let checkpoint: SiteCheckpoint | null = null;
      let taken = 0;
      for await (const step of lookAtSite(job, deps(settings))) {
        facts.push(...step.facts);
        checkpoint = JSON.parse(JSON.stringify(step.checkpoint));
        if (++taken === killed) break;
      }
      facts.push(...(await scan(job, deps(settings), checkpoint)).facts);
      expect(facts.map(({ id }) => id).sort(), `killed after step ${killed}`).toEqual(wanted);
    }
  });
});
