import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MingchaError } from '../../core/error.ts';
import { type Net, openNet } from '../http/open-net.ts';
import { SELF_SIGNED, TEST_KEY } from '../testing/certificates.ts';
import { type Browser, openBrowser } from './open-browser.ts';
import { browserStarts, quickBrowser } from './testing/real-browser.ts';
import { entriesJson, NEWEST, type ScriptSite, SITE_ADDRESS, scriptSite, shell } from './testing/script-site.ts';

const here = await browserStarts();

const CALL = (path: string, done = 'show(d.rows)'): string =>
  `fetch('${path}').then(function(r){return r.json()}).then(function(d){${done}})`;
const ROW = `{title:'县政府办公室关于印发年度工作要点的通知',date:'${NEWEST}',href:'/art/0.html'}`;
const PAGES = {
  '/robots.txt': 'User-agent: *\nDisallow: /private/',
  '/list.json': entriesJson(),
  '/fetch': shell(CALL('/list.json')),
  '/late': shell(
    `setTimeout(function(){var x=new XMLHttpRequest();x.open('POST','/list.json');x.onload=function(){show(JSON.parse(x.responseText).rows)};x.send('page=1')},300)`,
  ),
  '/written': shell('', '<script src="/entries.js"></script>'),
  '/entries.js': `document.write('<ul><li><a href="/art/0.html">县政府办公室关于印发年度工作要点的通知</a><span>${NEWEST}</span></li></ul>')`,
  '/broken': shell(CALL('/missing.json')),
  '/none': shell(
    `${CALL('/none.json', 'document.getElementById("list").innerHTML="<p>暂无数据</p>"')}`,
    '<div style="display:none"><p>加载失败</p></div>',
  ),
  '/none.json': '{"code":200,"total":0,"rows":[]}',
  '/metadata': shell('location.href="http://169.254.169.254/latest/meta-data/"'),
  '/localhost': shell('location.href="http://localhost/admin"'),
  '/loopback-name': shell('location.href="http://inside.example/admin"'),
  '/file': shell(`location.href="file:///etc/passwd";${CALL('/list.json')}`),
  '/inner': shell(
    `new WebSocket('ws://127.0.0.1:9222/x');try{fetch('http://192.168.0.1/api')}catch(e){};${CALL('/list.json')}`,
    '<img src="http://10.0.0.1/logo.png"><iframe src="http://127.0.0.1/frame"></iframe>',
  ),
  '/alerts': shell('for(;;)alert("请注意")'),
  '/busy': shell('while(true){}'),
  '/popups': shell(
    `for(var i=0;i<50;i++)window.open('/popup?'+i);var f=document.createElement('iframe');document.body.appendChild(f);for(i=0;i<3;i++)f.contentWindow.open('/popup?'+i);${CALL('/list.json')}`,
  ),
  '/download': shell(`location.href="/file.zip";${CALL('/list.json')}`),
  '/around': shell('location.href="/around?"+Math.random()'),
  '/counted': shell(
    CALL('/list.json'),
    '<script src="https://hm.baidu.com/hm.js?1"></script><img src="/logo.png"><video src="/film.mp4"></video>',
  ),
  '/wide': shell(CALL('/list.json'), '<div style="width:1200px;height:40px;background:#c00">宽</div>'),
  '/fitting': `<meta name="viewport" content="width=device-width">${shell(CALL('/list.json'))}`,
};

describe.skipIf(!here)('a page in the browser', () => {
  let site: ScriptSite;
  let net: Net;
  let browser: Browser;
  let slowAsked = 0;
  beforeAll(async () => {
    site = await scriptSite({
      ...PAGES,
      '/file.zip': (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment' }).end('PK'),
      '/slow': (_, response) => {
        slowAsked += 1;
        setTimeout(() => response.end(shell('')), 700);
      },
    });
    net = openNet({
      allowNetworks: [`${SITE_ADDRESS}/32`],
      paceMs: 0,
      contact: 'mailto:office@example.gov.cn',
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    browser = quickBrowser();
  });
  afterAll(() => Promise.all([browser.close(), net.close(), site.close()]));
  const filled = (html: string): boolean => html.includes(NEWEST);
  const render = (path: string, options: Parameters<Browser['render']>[2] = {}) =>
    browser.render(net, site.origin + path, { ready: filled, ...options });

  it.each(['/fetch', '/late', '/written'])('shows the list a script builds: %s', async (path) => {
    const seen = await render(path);
    expect(seen).toMatchObject({ outcome: 'ok', status: 200, settled: true, scriptFaults: 0 });
    expect(seen?.html).toContain(`<span>${NEWEST}</span>`);
    expect(seen?.html).not.toContain('<script');
  });

  it('names what the script asked for, and how it ended', async () => {
    const [late, broken, none] = await Promise.all([render('/late'), render('/broken'), render('/none')]);
    expect(late?.dataCalls).toEqual([{ url: `${site.origin}/list.json`, method: 'POST', status: 200, outcome: 'ok', entries: 'some' }]);
    expect(broken?.dataCalls).toMatchObject([{ status: 404, outcome: 'client-error', entries: 'unknown' }]);
    expect(none?.dataCalls).toMatchObject([{ outcome: 'ok', entries: 'none' }]);
    expect(none?.html).toContain('暂无数据');
    expect(none?.html, 'a hidden note is not said').not.toContain('加载失败');
  });

  it('obeys robots.txt, and opens what a certificate of its own protects', async () => {
    expect(await render('/private/list')).toMatchObject({ outcome: 'robots', requests: 0 });
    expect(site.asked).not.toContain('GET /private/list');
    const secure = createServer({ key: TEST_KEY, cert: SELF_SIGNED }, (_, response) => void response.end(shell(`show([${ROW}])`)));
    await new Promise<void>((resolve) => secure.listen(0, SITE_ADDRESS, resolve));
    const { port } = secure.address() as AddressInfo;
    const seen = await browser.render(net, `https://${SITE_ADDRESS}:${port}/`, { ready: filled });
    expect(seen).toMatchObject({ outcome: 'ok', status: 200, settled: true });
    secure.closeAllConnections();
    secure.close();
    expect((await browser.render(net, `https://${SITE_ADDRESS}:${port}/`))?.outcome).toBe('connect-failed');
  });

  it.each(['/metadata', '/localhost', '/loopback-name'])('goes nowhere the guard refuses: %s', async (path) => {
    const seen = await render(path);
    expect(seen?.outcome).toBe('refused-address');
    expect(seen?.refused).toHaveLength(1);
  });

  it('reads no file and reaches nothing inside from a page that tries', async () => {
    const file = await render('/file');
    expect(file).toMatchObject({ outcome: 'ok', finalUrl: `${site.origin}/file` });
    expect(file?.html).not.toContain('root:');
    const inner = await render('/inner', { picture: true });
    expect(inner?.outcome).toBe('ok');
    expect(inner?.html).toContain(NEWEST);
    expect([...(inner?.refused ?? [])].sort()).toEqual(['http://10.0.0.1/logo.png', 'http://127.0.0.1/frame', 'http://192.168.0.1/api']);
  });

  it('gives up pages that never rest', async () => {
    const short = quickBrowser({ limits: { pageMs: 30_000, settleMs: 1_500 } });
    const seen = await Promise.all(['/alerts', '/busy'].map((path) => short.render(net, site.origin + path)));
    for (const page of seen) expect(page).toMatchObject({ outcome: 'timed-out', html: null, settled: false });
    expect((await short.render(net, `${site.origin}/fetch`, { ready: filled }))?.outcome).toBe('ok');
    await short.close();
  });

  it('closes windows, keeps no file, follows no endless chain', async () => {
    const [windows, file] = await Promise.all([render('/popups'), render('/download')]);
    expect(windows?.html).toContain(NEWEST);
    expect(file?.outcome).toBe('ok');
    expect((await render('/around'))?.outcome).toBe('redirect-loop');
    expect(site.asked.filter((line) => line.startsWith('GET /around')).length).toBeLessThanOrEqual(net.settings.maxRedirects);
  });

  it('says who it is, and asks only for what reading needs', async () => {
    const before = site.asked.length;
    expect((await render('/counted'))?.outcome).toBe('ok');
    expect(site.asked.slice(before)).toEqual(['GET /counted', 'GET /list.json']);
  });

  it('takes pictures as a desktop and a phone show the page, with the width it needs', async () => {
    const phone = (path: string) => render(path, { device: 'phone', picture: true });
    const wide = (await phone('/wide'))?.picture;
    expect(wide).toMatchObject({ device: 'phone', width: 390, contentWidth: expect.any(Number) });
    expect(wide?.contentWidth).toBeGreaterThanOrEqual(1_200);
    expect((await phone('/fitting'))?.picture?.contentWidth).toBe(390);
    const desktop = (await render('/wide', { picture: true }))?.picture;
    expect(desktop).toMatchObject({ device: 'desktop', width: 1440, contentWidth: 1440 });
    expect(Buffer.from(desktop?.bytes.subarray(8, 12) ?? []).toString()).toBe('WEBP');
  });

  it('starts again after a crash, in the middle of a page too', async () => {
    await render('/fetch');
    const before = slowAsked;
    const slow = render('/slow', { ready: () => true });
    await expect.poll(() => slowAsked, { interval: 10 }).toBeGreaterThan(before);
    for (const pid of chromiumOf(process.pid)) process.kill(pid, 'SIGKILL');
    expect((await slow)?.outcome).toBe('ok');
    expect((await render('/fetch'))?.outcome).toBe('ok');
  });

  it('obeys an abort at once', async () => {
    const stop = new AbortController();
    const slow = render('/slow', { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('stopped')), 200);
    await expect(slow).rejects.toThrow('stopped');
  });

  it('leaves no Chromium behind, closed or killed', async () => {
    const mine = quickBrowser({ limits: { idleMs: 200 } });
    await mine.render(net, `${site.origin}/fetch`, { ready: filled });
    const others = new Set(chromiumOf(process.pid));
    await expect.poll(() => chromiumOf(process.pid).length).toBeLessThan(others.size);
    await mine.close();

    const worker = spawn(process.execPath, [join(import.meta.dirname, '../../../tests/support/browser-worker.ts'), `${site.origin}/busy`]);
    await expect.poll(() => chromiumOf(worker.pid ?? 0).length).toBeGreaterThan(1);
    const orphans = chromiumOf(worker.pid ?? 0).map((pid) => ({ pid, began: beganAt(pid) }));
    worker.kill('SIGKILL');
    // A number may be another's by then.
    await expect.poll(() => orphans.filter(({ pid, began }) => isChromium(pid) && beganAt(pid) === began)).toEqual([]);
  });
});

it('goes on without a browser and says so once', async () => {
  const told: MingchaError[] = [];
  const net = openNet({ allowNetworks: [`${SITE_ADDRESS}/32`], paceMs: 0 });
  const none = openBrowser({ folder: '/dev/null/no-such-folder', onAbsent: (error) => told.push(error) });
  expect(await none.render(net, `http://${SITE_ADDRESS}:8099/`)).toBeNull();
  expect(await none.render(net, `http://${SITE_ADDRESS}:8099/`)).toBeNull();
  expect(told).toHaveLength(1);
  expect(told[0]?.code).toBe('unavailable');
  await none.close();
  await net.close();
});

/** Processes of Chromium below a process. */
function chromiumOf(parent: number): number[] {
  const below = new Set([parent]);
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  for (let grown = true; grown; ) {
    grown = false;
    for (const pid of all) {
      if (below.has(pid) || !below.has(parentOf(pid))) continue;
      below.add(pid);
      grown = true;
    }
  }
  below.delete(parent);
  return [...below].filter(isChromium);
}

const parentOf = (pid: number): number => Number(/^PPid:\s*(\d+)/m.exec(readProc(pid, 'status'))?.[1] ?? -1);
/** When a process began, in ticks since the machine did: with its number this names it. */
const beganAt = (pid: number): string | undefined =>
  readProc(pid, 'stat')
    .replace(/^.*\) /, '')
    .split(' ')[19];
const isChromium = (pid: number): boolean =>
  readProc(pid, 'cmdline').includes('chromium-') && !/^State:\s*Z/m.test(readProc(pid, 'status'));

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
