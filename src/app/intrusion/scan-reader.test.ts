import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import type { Observation } from '../../checks/observation.ts';
import { openNet } from '../../collect/http/open-net.ts';
import { answer, type RawHandler } from '../../collect/testing/raw-server.ts';
import { FOOT, smallSite } from '../../collect/testing/small-site.ts';
import { addDays, type CalendarDate, type Instant, instantOf } from '../../core/date.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { hostsKnownSince } from '../../store/external-hosts.ts';
import { writeRegister } from '../../store/register.ts';
import { createRun } from '../../store/runs.ts';
import { claimTarget } from '../../store/targets.ts';
import { areaId } from '../../subjects/area.ts';
import { type Site, siteId } from '../../subjects/channel.ts';
import { unitId } from '../../subjects/unit.ts';
import { identity } from '../../text/privacy/testing/numbers.ts';
import { readWorkbook } from '../import/workbook/read-workbook.ts';
import { computeDay } from '../judge/judge-day.ts';
import type { App } from '../open.ts';
import { scanSite } from '../runs/scan-site.ts';
import { proofreadSeen } from '../wording/proofread-seen.ts';
import { decideHosts } from './decide-host.ts';
import { externalHostsFile } from './hosts-file.ts';
import { listExternalHosts } from './list-hosts.ts';

const DAY = '2026-11-20';
const FOREIGN = ['alpha.example.com', 'www.beta.example.net', 'gamma-trade.com.cn'];
const government = Array.from({ length: 190 }, (_, i) => `<a href="http://d${i}.gov.cn/">部门${i}</a>`).join('');
const neutral = '<a href="http://www.people.com.cn/">人民网</a><a href="https://beian.miit.gov.cn/">备案</a>';
const foreign = FOREIGN.map((host, i) => `<a href="http://${host}/">单位${i}</a>`).join('');
const shown = (inside: string): string =>
  `<html><head><title>某县人民政府</title></head><body><h1>某县人民政府</h1>${inside}${FOOT}</body></html>`;
const HIDDEN = '<div style="height:0;overflow:hidden"><a href="http://delta-bet.com/">本地信息</a></div>';
/** Shown to a search engine alone. */
const cloaked =
  (page: string, other: string): RawHandler =>
  (socket, { head }) =>
    void socket.write(answer(/Baiduspider/.test(head) ? other : page));

describe('external sites and hidden links of a watched site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingcha-intrusion-'));
  let database: TestDatabase;
  let app: App;
  let site: Site;
  let server: Awaited<ReturnType<typeof smallSite>>;
  let day: CalendarDate = DAY;
  // No name resolves here: what is read is the page that carries the links.
  const net = openNet({ allowNetworks: ['127.0.0.0/8'], paceMs: 0, obeyRobots: false, resolve: async () => [] });

  beforeAll(async () => {
    database = await testDatabase();
    server = await smallSite({ '/': shown(government + neutral + foreign) });
    const config = { home: folder, databaseUrl: database.url, allowNetworks: [], host: '', port: 0, contact: null };
    const now = (): Instant => instantOf(day, '20:00');
    app = { db: database.db, databaseUrl: database.url, blobs: folderStore(folder), config, now, close: async () => undefined };
    const area = { id: areaId('外链县'), name: '外链县', level: 'county' as const, parentId: null };
    const unit = {
      id: unitId(area.id, '局'),
      areaId: area.id,
      name: '局',
      kind: 'department' as const,
      group: null,
      aliases: [],
      namePlates: [],
    };
    const id = siteId(area.id, 'department_site', '局', `${server.origin}/`);
    site = {
      type: 'site',
      id,
      areaId: area.id,
      unitId: unit.id,
      kind: 'department_site',
      name: '局',
      url: `${server.origin}/`,
      states: [{ state: 'in_operation', from: '2020-01-01' }],
    };
    await writeRegister(database.db, {
      areas: [area],
      units: [{ ...unit, parentId: null, order: 1, activeFrom: null, activeTo: null }],
      sites: [site],
      columns: [],
      accounts: [],
    });
  });
  afterAll(async () => {
    await server.close();
    await net.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function scan(on: CalendarDate): Promise<Map<string, Observation>> {
    day = on;
    const at = (): Instant => instantOf(on, '09:00');
    const run = await createRun(database.db, {
      areaId: site.areaId,
      day: on,
      kind: 'daily',
      createdAt: at(),
      targets: [{ channelId: site.id, host: 'h' }],
    });
    const target = await claimTarget(database.db, { runId: run.id, channelId: site.id }, at());
    if (!target) throw new Error('nothing to claim');
    const clock = { now: at, wait: async () => undefined };
    await scanSite(app, {
      run,
      target,
      site,
      net,
      clock,
      simulated: false,
      looking: { hours: null, pages: 50, requests: 1_000 },
      signal: new AbortController().signal,
    });
    const { observations } = await computeDay(app, site.areaId, on);
    return new Map(observations.map((observation) => [observation.checkId, observation]));
  }

  it('200 links, three of them foreign and not allowed: three findings with their pages (seeds S03)', async () => {
    const hosts = (await scan(DAY)).get('external-host');
    expect(hosts).toMatchObject({ verdict: 'cannot-tell', reason: 'needs-person', measured: { government: 191, neutral: 1, open: 3 } });
    expect(hosts?.findings.map(({ text }) => text)).toEqual(
      ['example.com', 'example.net', 'gamma-trade.com.cn'].map((name) => `1个页面链接到外部网站${name}，尚未研判：${site.url}`),
    );
    expect(await hostsKnownSince(database.db, site.id)).toBe(instantOf(DAY, '09:00'));
  });

  it('what was decided once is not asked again; what must not be linked to is a problem while it is', async () => {
    const ruling = { siteId: null, reason: '县属企业', by: '张三' };
    await decideHosts(app, site.areaId, { ...ruling, names: ['alpha.example.com', 'example.net'], decision: 'allowed' });
    await decideHosts(app, site.areaId, { ...ruling, siteId: site.id, names: ['gamma-trade.com.cn'], decision: 'refused' });
    server.pages['/'] = shown(neutral + foreign);
    const next = addDays(DAY, 1);
    const refused = (await scan(next)).get('external-host');
    expect(refused).toMatchObject({ verdict: 'fail', measured: { allowed: 2, refused: 1, open: 0 } });
    expect(refused?.findings).toMatchObject([{ level: 'problem', category: 'external_link' }]);
    await expect(decideHosts(app, site.areaId, { ...ruling, names: ['nobody.com'], decision: 'allowed' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(decideHosts(app, site.areaId, { ...ruling, names: ['people.com.cn'], decision: 'refused' })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('is a list for the office, on screen and as a file', async () => {
    const all = await listExternalHosts(app, site.areaId, { siteId: null });
    expect(all.filter(({ standing }) => standing === 'government')).toHaveLength(191);
    const rows = all.filter(({ standing }) => standing !== 'government' && standing !== 'neutral');
    expect(rows.map(({ name, standing, decision }) => [name, standing, decision?.by])).toEqual([
      ['example.com', 'allowed', '张三'],
      ['example.net', 'allowed', '张三'],
      ['gamma-trade.com.cn', 'refused', '张三'],
    ]);
    const { bytes } = await externalHostsFile(app, site.areaId, { siteId: site.id });
    const [sheet] = readWorkbook(bytes, '外部链接清单.xlsx');
    const shown = sheet?.rows.map(({ cells }) => cells.map((cell) => cell.shown));
    expect(shown?.find((row) => row.includes('gamma-trade.com.cn'))).toContain('已认定不得链接');
  });

  it('identity numbers in an attached list, found and shown covered (seeds Q08)', async () => {
    const people = ['王小明', '李红', '张伟'].map((name, i) => ({ name, id: identity(`5108241990010100${i}`) }));
    const list = ['姓名,身份证号,金额', ...people.map(({ name, id }) => `${name},${id},500`)].join('\n');
    server.pages['/'] = shown(`${neutral}<a href="/list.csv">补贴发放名单</a>`);
    server.pages['/list.csv'] = Buffer.from(answer(list, { 'Content-Type': 'text/csv; charset=utf-8' }));
    await scan(addDays(DAY, 2));
    await proofreadSeen(app, { areaId: site.areaId, siteId: site.id, day, signal: new AbortController().signal });
    const { observations } = await computeDay(app, site.areaId, addDays(DAY, 2));
    const found = observations.find(({ checkId }) => checkId === 'personal-data');
    expect(found).toMatchObject({ verdict: 'fail', measured: { errors: 3 } });
    expect(found?.findings[0]?.text).toMatch(/^出现完整的居民身份证号码.*510\*{11}.{4}（《补贴发放名单》）$/);
    for (const { id } of people) expect(JSON.stringify(observations)).not.toContain(id);
  });

  it('a link in a box of no size, found; another page for the search engine, found; both gone, passed (seeds M10)', async () => {
    expect((await scan(addDays(DAY, 3))).get('hidden-link')).toMatchObject({ verdict: 'pass' });
    server.pages['/'] = cloaked(shown(HIDDEN), shown('').replaceAll('某县人民政府', '澳门新葡京'));
    const planted = (await scan(addDays(DAY, 4))).get('hidden-link');
    expect(planted?.verdict).toBe('fail');
    expect(planted?.findings.map(({ measured }) => measured.kind)).toEqual(['对搜索引擎显示不同内容', '暗链']);
    server.pages['/'] = shown(neutral);
    expect((await scan(addDays(DAY, 5))).get('hidden-link')).toMatchObject({ verdict: 'pass' });
  });
});
