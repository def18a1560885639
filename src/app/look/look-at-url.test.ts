import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packStore } from '../../collect/index.ts';
import { SELF_SIGNED, TEST_KEY } from '../../collect/testing/certificates.ts';
import { answer, rawServer } from '../../collect/testing/raw-server.ts';
import { FOOT, smallSite } from '../../collect/testing/small-site.ts';
import { dateAt } from '../../core/date.ts';
import { lookAtUrl } from './look-at-url.ts';
import { reportCsv } from './report/csv.ts';
import { reportHtml } from './report/html.ts';
import type { LookReport } from './report/report.ts';
import { summaryLines } from './report/summary.ts';
import type { LookRequest } from './request.ts';
import { DEAD_PATHS, faultySite, soundSite } from './testing/faulty-site.ts';

const CONFIG = { allowNetworks: ['127.0.0.0/8'], contact: null };
const requestOf = (url: string, parts: Partial<LookRequest> = {}): LookRequest => ({
  url,
  sheet: 'national',
  columnsFile: null,
  maxPages: null,
  concurrency: null,
  paceMs: 0,
  evidenceFolder: null,
  ...parts,
});
/** Nobody sits out the fifteen seconds of the rule, which `request.test.ts` holds to. */
const waits = { totalMs: 3_000, apartMs: 500 };
const pathOf = (url: string): string => new URL(url).pathname;

let folder: string;
let site: Awaited<ReturnType<typeof faultySite>>;
let report: LookReport;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingcha-look-'));
  site = await faultySite();
  const columns = Buffer.from(JSON.stringify([{ path: '通知公告', url: `${site.origin}/list/`, limit: '半年' }]));
  report = await lookAtUrl(
    CONFIG,
    requestOf(`${site.origin}/`, { columnsFile: { name: '栏目.json', bytes: columns }, evidenceFolder: join(folder, 'evidence') }),
    { waits },
  );
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a site with every defect', () => {
  it('names exactly what is dead, each with its reason, after several looks', () => {
    expect(Object.fromEntries(report.links.dead.map(({ url, reason }) => [pathOf(url), reason]))).toEqual(DEAD_PATHS);
    for (const { looks } of report.links.dead) expect(looks.length).toBeGreaterThanOrEqual(2);
    expect(report.images.dead.map(({ url }) => pathOf(url)).sort()).toEqual(['/no.png', '/page.png']);
    expect(report.verdict).toBe('fail');
  });

  it('tells every page a dead address stands on, with the words of the link', () => {
    const gone = report.links.dead.find(({ url }) => pathOf(url) === '/gone.html');
    expect(gone).toMatchObject({ status: 404, relation: 'link', own: true, foundOnCount: 2 });
    expect(gone?.foundOn).toEqual([
      { url: `${site.origin}/`, text: '已删除的文件' },
      { url: `${site.origin}/a.html`, text: '旧文' },
    ]);
  });

  it('never calls dead what is ours or a gate', () => {
    expect(Object.fromEntries(report.links.notRun.map(({ url, reason }) => [url.replace(site.origin, ''), reason]))).toEqual({
      '/gate.html': 'blocked',
      '/private/x.html': 'robots',
      'http://127.0.0.1:9/': 'refused-address',
    });
    expect(site.requests.some(({ path }) => path.startsWith('/private/'))).toBe(false);
  });

  it('asks each address once, however many pages carry it, and what failed again', () => {
    const gets = (path: string): number => site.requests.filter((request) => request.method === 'GET' && request.path === path).length;
    expect(gets('/gone.html')).toBe(2);
    expect(gets('/deep.html')).toBe(1);
    expect(report.links.checked).toBeGreaterThan(20);
    expect(report.images.checked).toBe(3);
  });

  it('counts documents by what they are, and remarks on those a reader stumbles over without failing the site for them', async () => {
    const { opened, looked, byType, remarks } = report.attachments;
    expect({ opened, looked, types: byType.map(({ type, count }) => [type, count]).sort() }).toEqual({
      opened: 2,
      looked: 2,
      types: [
        ['pdf', 1],
        ['txt', 1],
      ],
    });
    expect(remarks.map(({ url, reading, named, type }) => [decodeURI(pathOf(url)), reading, named, type]).sort()).toEqual([
      ['/head.pdf', 'damaged', 'pdf', 'pdf'],
      ['/附件/说明.doc', 'not-what-it-says', 'doc', 'txt'],
    ]);
    const words = `名称是Word 文档（.doc），内容却是文本文件`;
    expect(reportHtml(report)).toContain(words);
    expect(summaryLines(report).join('\n')).toContain(words);
    expect(report.findings.some(({ text }) => text.includes('附件'))).toBe(false);
  });

  it('judges columns, home page and marks by the sheet', () => {
    expect(report.columns).toMatchObject([{ path: '通知公告', limit: 'P6M', newestDate: '2020-01-03', items: 3, verdict: 'fail' }]);
    expect(report.marks).toMatchObject({ siteIdCode: '3418210001', organiser: '某县人民政府办公室', errorReportEntry: false });
    expect(report.findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['column-overdue', 'home-stale', 'error-report-entry']),
    );
    expect(report.sheet.key).toBe('national-2019@1');
  });

  it('keeps what it rests on', async () => {
    const lines = async (name: string) => (await readFile(join(folder, 'evidence', name), 'utf8')).trim().split('\n');
    const pages = (await lines('pages.jsonl')).map((line) => JSON.parse(line) as { url: string; blob: string });
    expect(pages).toHaveLength(report.pages);
    const deep = pages.find(({ url }) => pathOf(url) === '/deep.html');
    const kept = packStore(join(folder, 'evidence', 'evidence.log'));
    expect(Buffer.from(await kept.get(deep?.blob ?? '')).toString()).toContain('深处的死链');
    kept.close();
    expect((await lines('facts.jsonl')).map((line) => (JSON.parse(line) as { kind: string }).kind)).toContain('column-list');
    expect(JSON.parse(await readFile(join(folder, 'evidence', 'report.json'), 'utf8'))).toEqual(report);
  });

  it('writes a page that needs nothing else and says what, where, why and how', () => {
    const html = reportHtml(report);
    for (const text of ['发现问题', '已删除的文件', '为什么', '怎么改', '15 秒内没有打开', '通知公告', '3418210001', '没能判断', '<svg'])
      expect(html).toContain(text);
    expect(html).not.toMatch(/<(?:script|link|iframe)\b|src="http/);
    for (const { url } of [...report.links.dead, ...report.links.notRun]) expect(html).toContain(`href="${url}"`);
  });

  it('writes rows a spreadsheet opens without danger', () => {
    const csv = reportCsv(report);
    expect(csv.startsWith('\ufeff类别,结果,地址')).toBe(true);
    expect(csv).toContain(`链接,打不开,${site.origin}/deep-gone.html,404,地址不存在（404、410）,${site.origin}/deep.html,'=深处的死链,1,2`);
    expect(csv.trim().split('\r\n')).toHaveLength(1 + report.links.dead.length + report.findings.length + report.links.notRun.length);
  });

  it('is summed up in calm words', () => {
    const text = summaryLines(report).join('\n');
    expect(text).toContain(`打不开的地址 ${Object.keys(DEAD_PATHS).length} 个`);
    expect(text).toContain('没能判断的地址 3 个，不算问题');
  });
});

describe('the condition of the site', () => {
  it('is told in every form and fails nothing', async () => {
    const day = dateAt(new Date().toISOString());
    const items = ['关于做好有关工作的通知', '关于开展专项检查的通知', '关于印发实施方案的通知'];
    const list = items.map((title) => `<li><a href="/">${title}</a><span>${day}</span></li>`).join('');
    const parts = '<script src="http://192.0.2.7/a.js"></script>';
    const entry = '<a href="/">我为政府网站找错</a>';
    const html = `<html><head><title>某县人民政府</title></head><body>${parts}<ul class="news_list">${list}</ul>${entry}${FOOT}</body></html>`;
    const secure = await rawServer((socket) => void socket.write(answer(html)), { key: TEST_KEY, cert: SELF_SIGNED });
    const seen = await lookAtUrl(CONFIG, requestOf(`${secure.origin}/`), { waits });
    await secure.close();
    expect(seen.condition).toMatchObject({
      certificate: { uses: 'https', state: 'self-signed', host: '127.0.0.1' },
      ipv6: { reachable: 'cannot-tell', reason: 'literal-address' },
      mixedContent: { pages: 1, count: 1, active: 1, first: [{ insecure: ['http://192.0.2.7/a.js'] }] },
      domain: null,
    });
    expect([seen.verdict, seen.findings]).toEqual(['pass', []]);
    const text = summaryLines(seen).join('\n');
    for (const words of ['网站基本情况（不计入结果）', '证书是自签名的', '无法判断是否支持 IPv6', '混合内容 1 处'])
      expect(text).toContain(words);
    const page = reportHtml(seen);
    for (const words of ['网站基本情况', '证书是自签名的', 'http://192.0.2.7/a.js']) expect(page).toContain(words);
    expect(page).not.toContain('<script');
  });

  it('plain http has neither certificate nor anything to mix', () => {
    expect(report.condition).toMatchObject({ certificate: { state: 'none', uses: 'http' }, mixedContent: null });
    expect(summaryLines(report).join()).toContain('没有启用 HTTPS');
  });
});

describe('limits and refusals', () => {
  it('reads no more pages than asked, but tries every address of those', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`/${i || ''}`, `<a href="/${i + 1}">下一页</a><a href="/gone-${i}">旧</a>`]),
    );
    const endless = await smallSite(pages);
    const limited = await lookAtUrl(CONFIG, requestOf(`${endless.origin}/`, { maxPages: 5, concurrency: 1 }), { waits });
    await endless.close();
    expect(limited).toMatchObject({ pages: 5, limits: { limited: true }, stopped: null });
    expect(limited.links.dead.map(({ url }) => pathOf(url)).sort()).toEqual(['/gone-0', '/gone-1', '/gone-2', '/gone-3', '/gone-4']);
    expect(summaryLines(limited).join()).toContain('只打开了前 5 个页面');
  });

  it('a site without a fault passes', async () => {
    const sound = await soundSite(dateAt(new Date().toISOString()));
    const clear = await lookAtUrl(CONFIG, requestOf(`${sound.origin}/`), { waits });
    await sound.close();
    expect(clear.findings).toEqual([]);
    expect(clear).toMatchObject({ verdict: 'pass', reason: null, pages: 5, links: { checked: 5, dead: [], notRun: [] } });
    expect(reportHtml(clear)).toContain('未发现问题');
  });

  it('a home page that cannot be reached is not run, neither passed nor failed', async () => {
    const gone = await smallSite({});
    await gone.close();
    const silent = await lookAtUrl(CONFIG, requestOf(`${gone.origin}/`), { waits });
    expect(silent).toMatchObject({ verdict: 'not-run', reason: expect.stringContaining('无法建立连接'), pages: 0 });
    expect(silent.links.dead).toEqual([]);
  });

  it('refuses the own machine and inner networks unless they are opened, and says how', async () => {
    const closed = { allowNetworks: [], contact: null };
    await expect(lookAtUrl(closed, requestOf('http://127.0.0.1:8099/'))).rejects.toMatchObject({
      code: 'refused',
      next: expect.stringContaining('MINGCHA_ALLOW_NETWORKS=127.0.0.0/8'),
    });
    await expect(lookAtUrl(CONFIG, requestOf('http://127.0.0.1:25/'))).rejects.toThrow('端口 25');
    await expect(lookAtUrl(closed, requestOf('http://192.168.1.1/', { paceMs: null }))).rejects.toMatchObject({ code: 'refused' });
  });

  it('names the sheets there are', async () => {
    await expect(lookAtUrl(CONFIG, requestOf('http://127.0.0.1:1/', { sheet: '没有' }))).rejects.toMatchObject({
      code: 'not-found',
      next: expect.stringContaining('national'),
    });
  });

  it('what was seen before an interruption is reported as such', async () => {
    const stop = new AbortController();
    const pages = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`/${i || ''}`, `<a href="/${i + 1}">下一页</a>`]));
    const long = await smallSite(pages);
    const broken = await lookAtUrl(CONFIG, requestOf(`${long.origin}/`), {
      signal: stop.signal,
      onStep: ({ pages: read }) => (read > 20 ? stop.abort() : undefined),
    });
    await long.close();
    expect(broken).toMatchObject({ stopped: 'interrupted' });
    expect(broken.pages).toBeGreaterThan(20);
    expect(broken.pages).toBeLessThan(400);
  });
});
