import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../evidence/outcome.ts';
import { EXPIRED, LONE_LEAF, SELF_SIGNED, TEST_KEY } from '../testing/certificates.ts';
import { answer, type RawHandler, type RawServer, rawServer } from '../testing/raw-server.ts';
import { fetchLook } from './fetch-look.ts';
import type { Look, LookOptions } from './look.ts';
import type { Net } from './net.ts';
import { openNet } from './open-net.ts';

const PAGE = `<html><head><title>县人民政府</title></head><body>${'<p>今天召开了全县工作会议，部署下一阶段工作。</p>'.repeat(20)}</body></html>`;
const BIG = `<html><body>${'长'.repeat(40_000)}</body></html>`; // 120 kB, over the test's limit of 100 kB
const FRAME = '<div>网站首页 政务公开 政务服务 互动交流 走进我县 机构职能 领导之窗 规划计划 财政资金 通知公告</div>'.repeat(12);
const bomb = gzipSync(Buffer.alloc(30_000_000));

const to =
  (location: string, status = '302 Found'): RawHandler =>
  (socket) =>
    socket.write(answer('', { Location: location }, status));
const says =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status?: string): RawHandler =>
  (socket) =>
    socket.write(answer(body, headers, status));
const raw =
  (bytes: string | Buffer, end = true): RawHandler =>
  (socket) => {
    if (end) socket.end(bytes);
    else socket.write(bytes);
  };

interface Case {
  name: string;
  reply: RawHandler;
  outcome: Outcome;
  options?: LookOptions;
  check?: (look: Look) => void;
}
/** Ended by its own limit, long before the one of all looks (10 s). */
const inTime = (look: Look): void => expect(look.ms).toBeLessThan(5_000);
const read = (look: Look): string => Buffer.from(look.bytes ?? []).toString();

const CASES: readonly Case[] = [
  // answers in order
  { name: 'plain page', reply: says(PAGE), outcome: 'ok', check: (look) => expect(read(look)).toBe(PAGE) },
  {
    name: 'gzip',
    reply: says(gzipSync(PAGE), { 'Content-Encoding': 'gzip' }),
    outcome: 'ok',
    check: (look) => expect(read(look)).toBe(PAGE),
  },
  {
    name: 'deflate',
    reply: says(deflateSync(PAGE), { 'Content-Encoding': 'deflate' }),
    outcome: 'ok',
    check: (look) => expect(read(look)).toBe(PAGE),
  },
  {
    name: 'deflate without head',
    reply: says(deflateRawSync(PAGE), { 'Content-Encoding': 'deflate' }),
    outcome: 'ok',
    check: (look) => expect(read(look)).toBe(PAGE),
  },
  {
    name: 'brotli',
    reply: says(brotliCompressSync(PAGE), { 'Content-Encoding': 'br' }),
    outcome: 'ok',
    check: (look) => expect(read(look)).toBe(PAGE),
  },
  {
    name: 'two layers',
    reply: says(gzipSync(deflateSync(PAGE)), { 'Content-Encoding': 'deflate, gzip' }),
    outcome: 'ok',
    check: (look) => expect(read(look)).toBe(PAGE),
  },
  {
    name: 'no length, closed at the end',
    reply: raw(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`),
    outcome: 'ok',
    check: (look) => expect(read(look)).toBe(PAGE),
  },
  { name: 'HTTP/1.0', reply: raw(`HTTP/1.0 200 OK\r\n\r\n${PAGE}`), outcome: 'ok' },
  { name: 'no content', reply: raw('HTTP/1.1 204 No Content\r\n\r\n', false), outcome: 'ok' },
  {
    name: 'validators and type are kept',
    reply: says(PAGE, { ETag: '"a1"', 'Last-Modified': 'Tue, 27 Dec 2022 01:00:00 GMT' }),
    outcome: 'ok',
    check: (look) =>
      expect(look.headers).toMatchObject({
        etag: '"a1"',
        lastModified: 'Tue, 27 Dec 2022 01:00:00 GMT',
        contentType: 'text/html; charset=utf-8',
      }),
  },
  {
    name: 'sample of a long page',
    reply: says(BIG),
    outcome: 'ok',
    options: { read: 'sample' },
    check: (look) => expect(look.bytes?.length).toBe(10_000),
  },
  {
    name: 'a WAF mark inside a real page',
    reply: says(PAGE.replace('</body>', "<script>window['$_ts']={}</script></body>")),
    outcome: 'ok',
  },
  {
    name: 'an article about lost pages',
    reply: says(`<title>关于公章丢失的声明</title><meta name="ArticleTitle" content="x"><p>原公章丢失，文件不存在。</p>`),
    outcome: 'ok',
  },
  {
    name: 'a long article that quotes an error page',
    reply: says(PAGE.replace('</body>', '<p>打开后提示您访问的页面不存在。</p></body>')),
    outcome: 'ok',
  },

  // not there
  { name: '404', reply: says('x', {}, '404 Not Found'), outcome: 'gone', check: (look) => expect(look.status).toBe(404) },
  { name: '410', reply: says('x', {}, '410 Gone'), outcome: 'gone' },
  { name: '200 that says 404', reply: says('<title>404 Not Found</title><h1>404 Not Found</h1>'), outcome: 'soft-gone' },
  {
    name: '200 that says 页面不存在',
    reply: says('<title>提示信息</title><p>抱歉，您访问的页面不存在或已被删除！</p><a href="/">返回首页</a>'),
    outcome: 'soft-gone',
  },
  {
    name: 'the same in GBK',
    reply: raw(
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\n\r\n<title>'),
        Buffer.from([0xb4, 0xed, 0xce, 0xf3]),
        Buffer.from('</title><p>'),
        Buffer.from([0xd2, 0xb3, 0xc3, 0xe6, 0xb2, 0xbb, 0xb4, 0xe6, 0xd4, 0xda]),
      ]),
    ),
    outcome: 'soft-gone',
  },
  {
    name: 'error page in the frame of the site',
    reply: says(`<title>404错误</title>${FRAME}<p>没有找到您要访问的页面</p>`),
    outcome: 'soft-gone',
  },
  {
    name: 'sent to an error page',
    reply: (socket, { path }) =>
      path.includes('error')
        ? says('<title>出错</title><p>找不到该页面</p>')(socket, { method: '', path, head: '' })
        : to('/error.html')(socket, { method: '', path, head: '' }),
    outcome: 'soft-gone',
  },

  // refused by the site
  { name: '500', reply: says('', {}, '500 Oops'), outcome: 'server-error' },
  { name: '502', reply: says('bad gateway', {}, '502 Bad Gateway'), outcome: 'server-error' },
  { name: '400', reply: says('', {}, '400 Bad Request'), outcome: 'client-error' },
  { name: '405', reply: says('', {}, '405 Method Not Allowed'), outcome: 'client-error' },

  // gates
  ...['401 Unauthorized', '403 Forbidden', '412 Precondition Failed', '429 Too Many Requests', '418 WAF', '468 SafeLine'].map(
    (status): Case => ({ name: `gate ${status}`, reply: says('x', {}, status), outcome: 'blocked' }),
  ),
  {
    name: 'gate 202 with a script shell',
    reply: says(
      `<html><head><script>if($_ts===undefined)var $_ts={};$_ts.cd="q";$_ts.nsd=1;</script></head><body></body></html>`,
      {},
      '202 Accepted',
    ),
    outcome: 'blocked',
  },
  {
    name: 'gate 521 with a cookie script',
    reply: says(
      '<script>document.cookie="__jsl_clearance=1";location.href=location.pathname</script>',
      { 'Set-Cookie': '__jsluid_s=abc' },
      '521 ',
    ),
    outcome: 'blocked',
  },
  {
    name: 'gate 200 that sets a cookie and reloads',
    reply: says("<html><script>document.cookie='k=1';window.location.reload();</script></html>"),
    outcome: 'blocked',
  },
  {
    name: 'gate 200 with arg1',
    reply: says("<html><script>var arg1='0A';function setCookie(){document.cookie='acw_sc__v2='+x}</script></html>"),
    outcome: 'blocked',
  },
  {
    name: 'gate 200 with a captcha',
    reply: says('<title>安全验证</title><p>请完成安全验证后继续访问</p><div id="captcha"></div>'),
    outcome: 'blocked',
  },
  {
    name: 'gate 405 with a block page',
    reply: says('<title>405</title><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>', {}, '405 Not Allowed'),
    outcome: 'blocked',
  },
  {
    name: 'gate 404 with a block page',
    reply: says('<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p>', {}, '404 Not Found'),
    outcome: 'blocked',
  },
  {
    name: 'gate 503 of Cloudflare',
    reply: says('<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' }, '503 Service Unavailable'),
    outcome: 'blocked',
  },

  // redirects
  {
    name: 'one redirect',
    reply: (socket, request) => (request.path.startsWith('/end') ? says(PAGE) : to('/end'))(socket, request),
    outcome: 'ok',
    check: (look) => expect([look.hops.map((hop) => hop.status), new URL(look.finalUrl).pathname]).toEqual([[302, 200], '/end']),
  },
  { name: 'to itself for ever', reply: (socket, request) => to(request.path)(socket, request), outcome: 'redirect-loop' },
  {
    name: 'a new address for ever',
    reply: (socket, request) => to(`${request.path}x`)(socket, request),
    outcome: 'redirect-loop',
    check: (look) => expect(look.hops.length).toBe(11),
  },
  {
    name: 'cookie first, then the page',
    reply: (socket, request) =>
      (request.head.includes('seen=1')
        ? says(PAGE)
        : (s: typeof socket) => s.write(answer('', { Location: request.path, 'Set-Cookie': 'seen=1; Path=/' }, '302 Found')))(
        socket,
        request,
      ),
    outcome: 'ok',
  },
  {
    name: 'a new cookie for ever',
    reply: (socket, request) =>
      socket.write(answer('', { Location: request.path, 'Set-Cookie': `n${socket.bytesWritten}=1` }, '302 Found')),
    outcome: 'redirect-loop',
  },
  { name: 'to a private network', reply: to('http://10.0.0.1/'), outcome: 'refused-address' },
  { name: 'to metadata, written oddly', reply: to('http://0xa9fea9fe/latest/'), outcome: 'refused-address' },
  { name: 'to another scheme', reply: to('weixin://dl/business'), outcome: 'refused-address' },
  { name: 'to a file', reply: to('file:///etc/passwd'), outcome: 'refused-address' },
  { name: 'without Location', reply: says('', {}, '302 Found'), outcome: 'bad-response' },
  { name: 'to nonsense', reply: to('http://[half'), outcome: 'bad-response' },
  {
    name: 'raw bytes in Location are sent back unchanged',
    reply: (socket, request) =>
      (request.path.includes('%C4%EA')
        ? says(PAGE)
        : raw(Buffer.from('HTTP/1.1 302 Found\r\nLocation: /\xc4\xea\r\nContent-Length: 0\r\n\r\n', 'latin1'), false))(socket, request),
    outcome: 'ok',
  },

  // broken transport
  { name: 'closed without a word', reply: (socket) => socket.destroy(), outcome: 'connect-failed' },
  { name: 'reset', reply: (socket) => socket.resetAndDestroy(), outcome: 'connect-failed' },
  { name: 'body shorter than announced', reply: raw('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nabc'), outcome: 'cut-off' },
  {
    name: 'reset inside the body',
    reply: (socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nabc', () => setTimeout(() => socket.resetAndDestroy(), 20)),
    outcome: 'cut-off',
  },
  { name: 'last chunk missing', reply: raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n'), outcome: 'cut-off' },
  {
    name: 'broken chunk size',
    reply: raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n', false),
    outcome: 'bad-response',
  },
  {
    name: 'body longer than announced',
    reply: raw(`HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef`),
    outcome: 'ok',
    check: (look) => expect(read(look)).toBe('abc'),
  },
  {
    name: 'two different lengths',
    reply: raw('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde', false),
    outcome: 'cut-off',
  },
  { name: 'length that is no number', reply: raw('HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nabc', false), outcome: 'bad-response' },
  { name: 'not HTTP', reply: raw('SSH-2.0-OpenSSH_9.2\r\n', false), outcome: 'bad-response' },
  {
    name: 'endless headers',
    reply: (socket) => socket.write(`HTTP/1.1 200 OK\r\n${'X-Pad: 0123456789\r\n'.repeat(8_000)}`),
    outcome: 'bad-response',
  },
  { name: 'one huge header', reply: (socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}`), outcome: 'bad-response' },
  { name: 'gzip cut off', reply: says(gzipSync(PAGE).subarray(0, 60), { 'Content-Encoding': 'gzip' }), outcome: 'cut-off' },
  { name: 'gzip that is none', reply: says(PAGE, { 'Content-Encoding': 'gzip' }), outcome: 'bad-response' },
  { name: 'unknown compression', reply: says(PAGE, { 'Content-Encoding': 'rot13' }), outcome: 'bad-response' },
  { name: 'ten layers', reply: says(PAGE, { 'Content-Encoding': Array(10).fill('gzip').join(',') }), outcome: 'bad-response' },
  { name: 'compression bomb', reply: says(bomb, { 'Content-Encoding': 'gzip' }), outcome: 'too-large' },
  { name: 'bomb in a sample', reply: says(bomb, { 'Content-Encoding': 'gzip' }), outcome: 'too-large', options: { read: 'sample' } },
  { name: 'page over the limit', reply: says(BIG), outcome: 'too-large', check: (look) => expect(look.bytes?.length).toBe(100_000) },
  {
    name: 'endless page',
    reply: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n');
      const pour = setInterval(() => (socket.destroyed ? clearInterval(pour) : socket.write('x'.repeat(50_000))), 1);
    },
    outcome: 'too-large',
  },

  // time
  { name: 'never answers', reply: () => {}, outcome: 'timed-out', options: { totalMs: 250 }, check: inTime },
  { name: 'never answers, however patient the whole look', reply: () => {}, outcome: 'timed-out' },
  {
    name: 'headers and then nothing',
    reply: (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n'),
    outcome: 'timed-out',
    options: { totalMs: 250 },
    check: inTime,
  },
  {
    name: 'one byte at a time',
    reply: (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write('x')), 20);
    },
    outcome: 'timed-out',
    options: { totalMs: 250 },
    check: inTime,
  },
  {
    name: 'slow redirects add up',
    reply: (socket, request) => void setTimeout(() => to(`${request.path}x`)(socket, request), 120),
    outcome: 'timed-out',
    options: { totalMs: 250 },
    check: inTime,
  },
];

describe('fetchLook', () => {
  let net: Net;
  let server: RawServer;
  beforeAll(async () => {
    net = openNet({
      allowNetworks: ['127.0.0.1/32'],
      contact: 'mailto:office@example.gov.cn',
      connectMs: 5_000,
      headersMs: 2_000,
      idleMs: 5_000,
      totalMs: 10_000,
      bodyBytes: 100_000,
      sampleBytes: 10_000,
      paceMs: 0,
      backOffMs: 1,
      perHost: 64,
      obeyRobots: false,
    });
    server = await rawServer((socket, request) => {
      const chosen = CASES[Number(/^\/(?:end|error)?\D*(\d+)/.exec(request.path)?.[1] ?? /case=(\d+)/.exec(request.head)?.[1])];
      chosen?.reply(socket, request);
    });
  });
  afterAll(async () => {
    await net.close();
    await server.close();
  });

  it.concurrent.each(CASES.map((entry, index) => ({ ...entry, index })))('$name → $outcome', async ({ index, outcome, options, check }) => {
    // Redirect targets without a number find their case by the referer.
    const look = await fetchLook(net, `${server.origin}/${index}#part`, { referer: `http://case/?case=${index}`, ...options });
    expect(look.outcome).toBe(outcome);
    expect(look.url).toBe(`${server.origin}/${index}`);
    check?.(look);
  });
});

describe('addresses without an answer', () => {
  const lookAt = async (
    url: string,
    resolve?: Parameters<typeof openNet>[0] extends infer O ? (O extends { resolve?: infer R } ? R : never) : never,
    totalMs?: number,
  ) => {
    const net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, obeyRobots: false, resolve });
    const look = await fetchLook(net, url, totalMs === undefined ? {} : { totalMs });
    await net.close();
    return look;
  };
  const noSuchName = async () => {
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  };
  it.each([
    ['nothing listens', 'http://127.0.0.1:9981/', undefined, 'connect-failed'],
    ['a name nobody knows', 'http://nowhere.example/', noSuchName, 'dns-failed'],
    ['a name that leads inside', 'http://inside.example/', async () => [{ address: '192.168.1.1', family: 4 }], 'refused-address'],
    ['DNS that never answers', 'http://slow.example/', () => new Promise<never>(() => {}), 'timed-out', 400],
    ['localhost by name, ::1 not opened', 'http://localhost./', async () => [{ address: '::1', family: 6 }], 'refused-address'],
    ['no address at all', 'http://', undefined, 'refused-address'],
    ['not the web', 'javascript:void(0)', undefined, 'refused-address'],
  ] as const)('%s', async (_name, url, resolve, outcome, totalMs: number | undefined = undefined) => {
    expect((await lookAt(url, resolve, totalMs)).outcome).toBe(outcome);
  });

  it('a name that changes its answer between look and connection reaches only what was judged', async () => {
    const server = await rawServer(says(PAGE));
    let asked = 0;
    const look = await lookAt(`http://rebind.example:${server.port}/`, async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    });
    expect([look.outcome, asked]).toEqual(['ok', 1]);
    await server.close();
  });
});

describe('certificates', () => {
  const lookAt = async (cert: string, options: LookOptions = {}) => {
    const server = await rawServer(says(PAGE), { key: TEST_KEY, cert });
    const net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, totalMs: 10_000, obeyRobots: false });
    const look = await fetchLook(net, `${server.origin}/`, options);
    await net.close();
    await server.close();
    return [look.outcome, look.certificate];
  };
  it('signed by itself', async () => expect(await lookAt(SELF_SIGNED)).toEqual(['tls-failed', 'DEPTH_ZERO_SELF_SIGNED_CERT']));
  it('expired', async () => expect((await lookAt(EXPIRED))[0]).toBe('tls-failed'));
  it('expired, but the page is wanted', async () => expect((await lookAt(EXPIRED, { pastCertificate: true }))[0]).toBe('ok'));
  it('sent without its authority, as browsers put up with', async () =>
    expect(await lookAt(LONE_LEAF)).toEqual(['ok', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']));
  it('a plain server on an https address', async () => {
    const server = await rawServer(() => {}, undefined, 'HTTP/1.1 400 Bad Request\r\n\r\n');
    const net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, totalMs: 10_000, obeyRobots: false });
    expect((await fetchLook(net, `https://127.0.0.1:${server.port}/`)).outcome).toBe('tls-failed');
    await net.close();
    await server.close();
  });
});

describe('connections and manners', () => {
  it('stay open over GET and HEAD, and say who is asking', async () => {
    const server = await rawServer((socket, { method }) =>
      method === 'HEAD' ? socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n') : socket.write(answer(PAGE)),
    );
    const net = openNet({
      allowNetworks: ['127.0.0.1/32'],
      contact: 'mailto:office@example.gov.cn',
      paceMs: 0,
      perHost: 1,
      obeyRobots: false,
    });
    for (const method of ['GET', 'HEAD', 'HEAD', 'GET'] as const)
      expect((await fetchLook(net, `${server.origin}/`, { method })).outcome).toBe('ok');
    expect(server.connections()).toBe(1);
    expect(server.requests[0]?.head).toMatch(
      /user-agent: Mozilla\/5\.0 \(compatible; Mingcha\/[\d.]+; \+mailto:office@example\.gov\.cn\)/i,
    );
    await net.close();
    await server.close();
  });

  it('a connection that went stale is no outcome of the page', async () => {
    let served = 0;
    const server = await rawServer((socket) => (served++ === 1 ? socket.destroy() : socket.write(answer(PAGE))));
    const net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, perHost: 1, obeyRobots: false });
    expect((await fetchLook(net, `${server.origin}/a`)).outcome).toBe('ok');
    expect((await fetchLook(net, `${server.origin}/b`)).outcome).toBe('ok');
    expect(served).toBe(3);
    await net.close();
    await server.close();
  });

  it('end at once when told to stop', async () => {
    const server = await rawServer(() => {});
    const net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, obeyRobots: false });
    const stop = new AbortController();
    const looking = fetchLook(net, `${server.origin}/`, { signal: stop.signal });
    setTimeout(() => stop.abort(), 30);
    await expect(looking).rejects.toMatchObject({ name: 'AbortError' });
    await net.close();
    await server.close();
  });
});
