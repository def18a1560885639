import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../evidence/outcome.ts';
import { LONE_LEAF, SELF_SIGNED, TEST_KEY } from '../testing/certificates.ts';
import { answer, type RawHandler, type RawServer, rawServer } from '../testing/raw-server.ts';
import { fetchLook } from './fetch-look.ts';
import { type Net, openNet } from './open-net.ts';

/**
 * Servers that mean harm. Whatever they do, a look ends in time, takes little memory, has a name, and the name is never `gone`.
 * What is merely broken stands in fetch-look.test.ts.
 */
const LIMIT = 100_000;
/** For servers that only time ends, and for the others, which must end long before. */
const [SHORT_MS, LONG_MS] = [300, 60_000];
/** What may stay behind of a look beside its page. */
const MEMORY = 20_000_000;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** Memory in use once everything that nobody holds is gone. */
function held(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const [BLANKS, LETTERS] = [Buffer.alloc(65_536, 0x20), Buffer.alloc(65_536, 0x61)];
const PAGE = Buffer.alloc(30_000_000, 0x20);
const zstdCompress = (zlib as { zstdCompressSync?: (bytes: Uint8Array) => Uint8Array }).zstdCompressSync;
const packed = (encoding: string, bytes: Uint8Array): RawHandler => {
  const reply = answer(bytes, { 'Content-Encoding': encoding });
  return (socket) => void socket.write(reply);
};
/** Writes the same piece for ever, as fast as it is taken. */
const pours =
  (head: string, piece: Buffer): RawHandler =>
  (socket) => {
    const write = (): void => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.write(head);
    socket.on('drain', write);
    write();
  };
/** Writes a little now and then, for ever. */
const drips =
  (head: string, piece: string): RawHandler =>
  (socket) => {
    socket.write(head);
    const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(piece)), 10);
  };
const to = (location: string): Buffer => answer('', { Location: location }, '302 Found');
const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;

const CASES: readonly { name: string; reply: RawHandler; outcome: Outcome }[] = [
  // bombs
  { name: 'gzip bomb', reply: packed('gzip', zlib.gzipSync(PAGE)), outcome: 'too-large' },
  { name: 'deflate bomb', reply: packed('deflate', zlib.deflateSync(PAGE)), outcome: 'too-large' },
  {
    name: 'brotli bomb',
    reply: packed('br', zlib.brotliCompressSync(PAGE, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } })),
    outcome: 'too-large',
  },
  ...(zstdCompress ? [{ name: 'zstd bomb', reply: packed('zstd', zstdCompress(PAGE)), outcome: 'too-large' as const }] : []),
  { name: 'bomb in a bomb', reply: packed('gzip, gzip', zlib.gzipSync(zlib.gzipSync(PAGE))), outcome: 'too-large' },
  {
    name: 'bomb of many members',
    reply: packed('gzip', Buffer.concat(Array(40).fill(zlib.gzipSync(Buffer.alloc(1_000_000))))),
    outcome: 'too-large',
  },
  { name: 'a hundred layers named', reply: packed(Array(100).fill('gzip').join(', '), zlib.gzipSync('x')), outcome: 'bad-response' },
  { name: 'brotli that is none', reply: packed('br', Buffer.from('<p>正文</p>')), outcome: 'bad-response' },
  ...(zstdCompress
    ? [
        { name: 'zstd that is none', reply: packed('zstd', Buffer.from('<p>正文</p>')), outcome: 'bad-response' as const },
        {
          name: 'zstd cut off',
          reply: packed('zstd', zstdCompress(Buffer.from('正文'.repeat(500))).subarray(0, 20)),
          outcome: 'cut-off' as const,
        },
      ]
    : []),
  { name: 'brotli cut off', reply: packed('br', zlib.brotliCompressSync('正文'.repeat(500)).subarray(0, 8)), outcome: 'cut-off' },
  { name: 'one encoding named, two laid on', reply: packed('gzip', zlib.gzipSync(zlib.gzipSync('<p>正文</p>'))), outcome: 'ok' },
  { name: 'two named, one laid on', reply: packed('br, gzip', zlib.gzipSync('<p>正文</p>')), outcome: 'bad-response' },

  // without end; a status line, blanks before a value and the extensions of a chunk pass uncounted, so that only time ends them
  {
    name: 'endless page, length unknown',
    reply: pours(`${OK}\r\n`, BLANKS),
    outcome: 'too-large',
  },
  {
    name: 'endless page in chunks',
    reply: pours(CHUNKED, Buffer.from(`ffff\r\n${'x'.repeat(65_535)}\r\n`)),
    outcome: 'too-large',
  },
  {
    name: 'endless page of one-byte chunks',
    reply: pours(CHUNKED, Buffer.from('1\r\nx\r\n'.repeat(1_000))),
    outcome: 'too-large',
  },
  {
    name: 'headers without end',
    reply: pours(OK, Buffer.from('X-Pad: 0123456789\r\n'.repeat(1_000))),
    outcome: 'bad-response',
  },
  {
    name: 'a header without end',
    reply: pours(`${OK}X: `, LETTERS),
    outcome: 'bad-response',
  },
  { name: 'blanks without end', reply: pours(`${OK}X: `, BLANKS), outcome: 'timed-out' },
  {
    name: 'a status line without end',
    reply: pours('HTTP/1.1 200 ', LETTERS),
    outcome: 'timed-out',
  },
  {
    name: 'thousands of cookies',
    reply: (socket) => void socket.write(`${OK}${'Set-Cookie: a=b\r\n'.repeat(20_000)}\r\n`),
    outcome: 'bad-response',
  },
  {
    name: 'hints without end, never an answer',
    reply: pours('', Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100))),
    outcome: 'timed-out',
  },
  {
    name: 'a chunk extension without end',
    reply: pours(`${CHUNKED}5;`, LETTERS),
    outcome: 'timed-out',
  },

  // slow
  { name: 'headers letter by letter', reply: drips(OK, 'X-Pad: 1\r\n'), outcome: 'timed-out' },
  { name: 'status line letter by letter', reply: drips('', 'H'), outcome: 'bad-response' },
  {
    name: 'body letter by letter, length known',
    reply: drips(`${OK}Content-Length: 90000\r\n\r\n`, 'x'),
    outcome: 'timed-out',
  },
  {
    name: 'body letter by letter, in chunks',
    reply: drips(CHUNKED, '1\r\nx\r\n'),
    outcome: 'timed-out',
  },
  { name: 'one chunk size, never its data', reply: (socket) => void socket.write(`${CHUNKED}ffff\r\n`), outcome: 'timed-out' },

  // lengths and chunks
  {
    name: 'a length beyond all numbers',
    reply: (socket) => void socket.write(`${OK}Content-Length: 99999999999999999999999\r\n\r\nabc`),
    outcome: 'cut-off',
  },
  { name: 'a length below nothing', reply: (socket) => void socket.write(`${OK}Content-Length: -1\r\n\r\nabc`), outcome: 'bad-response' },
  {
    name: 'a chunk beyond all numbers',
    reply: (socket) => void socket.write(`${CHUNKED}fffffffffffffffffff\r\nabc`),
    outcome: 'bad-response',
  },
  {
    name: 'chunks and a length at once',
    reply: (socket) => void socket.write(`${OK}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
    outcome: 'cut-off',
  },
  {
    name: 'a chunk longer than it says',
    reply: (socket) => void socket.write(`${CHUNKED}2\r\nabcdef\r\n0\r\n\r\n`),
    outcome: 'bad-response',
  },

  // round and round
  {
    name: 'a query that grows',
    reply: (socket, { path }) => void socket.write(to(`${path}${path.includes('?') ? '&' : '?'}back=${'x'.repeat(200)}`)),
    outcome: 'redirect-loop',
  },
  {
    name: 'an address that doubles',
    reply: (socket, { path }) => void socket.write(to(`${path}${path.slice(path.lastIndexOf('/'))}`)),
    outcome: 'redirect-loop',
  },
  {
    name: 'a session id for every visit',
    reply: (socket) => void socket.write(to(`/s/${socket.remotePort}-${socket.bytesWritten}?sid=${Math.random()}`)),
    outcome: 'redirect-loop',
  },
  { name: 'an address of a megabyte', reply: (socket) => void socket.write(to(`/${'x'.repeat(1_000_000)}`)), outcome: 'bad-response' },
];

describe('hostile servers', () => {
  let net: Net;
  let server: RawServer;
  beforeAll(async () => {
    net = openNet({
      allowNetworks: ['127.0.0.0/8'],
      paceMs: 0,
      backOffMs: 1,
      perHost: 64,
      obeyRobots: false,
      totalMs: LONG_MS,
      bodyBytes: LIMIT,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    server = await rawServer((socket, request) => {
      const index = /^\/(\d+)/.exec(request.path)?.[1] ?? /case=(\d+)/.exec(request.head)?.[1];
      CASES[Number(index)]?.reply(socket, request);
    });
  });
  afterAll(async () => {
    await net.close();
    await server.close();
  });

  it.each(CASES.map((entry, index) => ({ ...entry, index })))('$name → $outcome', async ({ index, outcome }) => {
    const before = held();
    const totalMs = outcome === 'timed-out' ? SHORT_MS : LONG_MS;
    const look = await fetchLook(net, `${server.origin}/${index}`, { referer: `http://case/?case=${index}`, totalMs });
    expect(look.outcome).toBe(outcome);
    expect(look.ms).toBeLessThan(LONG_MS / 2);
    expect(look.bytes?.length ?? 0).toBeLessThanOrEqual(LIMIT);
    expect(look.hops.length).toBeLessThanOrEqual(11);
    // What was on its way when the look ended is let go of a moment later.
    await expect.poll(() => held() - before).toBeLessThan(MEMORY);
  });

  it('a hundred megabytes of headers are not taken in', async () => {
    let sent = 0;
    const flood = createServer((socket) => {
      socket.on('error', () => {});
      socket.write(OK);
      const piece = Buffer.from(`X-Pad: ${'x'.repeat(65_000)}\r\n`);
      const write = (): void => {
        while (!socket.destroyed && sent < 100_000_000) {
          sent += piece.length;
          if (!socket.write(piece)) return;
        }
      };
      socket.on('drain', write);
      write();
    });
    await new Promise<void>((resolve) => flood.listen(0, '127.0.0.1', resolve));
    const { port } = flood.address() as AddressInfo;
    const look = await fetchLook(net, `http://127.0.0.1:${port}/`);
    flood.close();
    expect(look.outcome).toBe('bad-response');
    // What the sockets of both sides hold, twice, as a connection broken off is tried once more.
    expect(sent).toBeLessThan(20_000_000);
  });

  const secure = (options: TlsOptions) =>
    createTlsServer({ key: TEST_KEY, cert: SELF_SIGNED, ...options }, (socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(answer('<p>正文</p>', { Connection: 'close' })));
    }).on('tlsClientError', () => {});
  const plain = (reply: (socket: Socket) => void) =>
    createServer((socket) => {
      socket.on('error', () => {});
      reply(socket);
    });
  it.each<[string, Server, Outcome]>([
    ['silence in the handshake', plain(() => {}), 'timed-out'],
    ['reset in the handshake', plain((socket) => void socket.once('data', () => socket.resetAndDestroy())), 'connect-failed'],
    ['noise in the handshake', plain((socket) => socket.write(Buffer.alloc(70_000, 0x16))), 'tls-failed'],
    ['plain http', plain((socket) => void socket.once('data', () => socket.end(answer('x', {}, '400 Bad Request')))), 'tls-failed'],
    ['a chain without end', secure({ cert: [SELF_SIGNED, ...Array<string>(300).fill(LONE_LEAF)].join('\n') }), 'tls-failed'],
    ['no cipher in common', secure({ ciphers: 'ECDHE-RSA-AES128-SHA', maxVersion: 'TLSv1.2' }), 'tls-failed'],
    ['a certificate of ours wanted', secure({ requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }), 'tls-failed'],
    ['TLS 1.0 only', secure({ minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }), 'ok'],
  ])('TLS: %s', async (_name, broken, outcome) => {
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const { port } = broken.address() as AddressInfo;
    const totalMs = outcome === 'timed-out' ? SHORT_MS : LONG_MS;
    const look = await fetchLook(net, `https://127.0.0.1:${port}/`, { pastCertificate: true, totalMs });
    broken.close();
    expect(look.outcome).toBe(outcome);
  });

  it('hosts that send their visitors to one another for ever', async () => {
    const ring = await rawServer((socket, { head }) => {
      const host = /^host: (\w+)\.example/im.exec(head)?.[1] === 'one' ? 'two' : 'one';
      socket.write(to(`http://${host}.example:${ring.port}/`));
    });
    const look = await fetchLook(net, `http://one.example:${ring.port}/`);
    await ring.close();
    expect([look.outcome, look.hops.map(({ url }) => new URL(url).hostname)]).toEqual(['redirect-loop', ['one.example', 'two.example']]);
  });

  it('a new host every time', async () => {
    let hosts = 0;
    const flight = await rawServer((socket) => void socket.write(to(`http://h${++hosts}.example:${flight.port}/`)));
    const look = await fetchLook(net, `http://start.example:${flight.port}/`);
    await flight.close();
    expect([look.outcome, look.hops.length]).toEqual(['redirect-loop', 11]);
  });

  it('and after all that an honest page is read', async () => {
    const honest = await rawServer((socket) => void socket.write(answer('<p>正文</p>')));
    expect((await fetchLook(net, `${honest.origin}/`)).outcome).toBe('ok');
    await honest.close();
  });
});
