import { type AddressInfo, createServer as createPlainServer, type Server, type Socket } from 'node:net';
import { createSecureContext, createServer, getCACertificates, setDefaultCACertificates, type TlsOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificateState } from '../../../evidence/condition.ts';
import { createGuard } from '../../guard/guard.ts';
import { shakeHands } from '../../http/handshake.ts';
import {
  EXPIRED,
  EXPIRED_MIDDLE,
  GOOD_LEAF,
  LEAF_UNDER_EXPIRED,
  LONE_LEAF,
  SELF_SIGNED,
  SHA1_LEAF,
  TEST_KEY,
  TEST_ROOT,
} from '../../testing/certificates.ts';
import { type CertificateReading, readCertificate } from './certificate.ts';

const NOW = '2022-12-27T01:00:00.000Z';
const guard = createGuard({ allowNetworks: ['127.0.0.0/8'], resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
/** For servers that only time ends, and for the others. */
const [SHORT_MS, LONG_MS] = [300, 60_000];

const usual = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...usual, TEST_ROOT]));
afterAll(() => setDefaultCACertificates(usual));

/** A server that goes through with TLS, or with anything else. */
const speaks = (options: TlsOptions): Server =>
  createServer({ key: TEST_KEY, ...options }, (socket) => socket.on('error', () => {})).on('tlsClientError', () => {});
const says = (reply: (socket: Socket) => void): Server =>
  createPlainServer((socket) => {
    socket.on('error', () => {});
    reply(socket);
  });

async function readingOf(server: Server, at: string, host: string, ms = LONG_MS): Promise<CertificateReading> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hand = await shakeHands(guard, { host, port: (server.address() as AddressInfo).port, ms });
  server.close();
  return readCertificate(hand, host, at);
}

interface Case {
  name: string;
  server: Server;
  state: CertificateState;
  at?: string;
  host?: string;
  seen?: Partial<CertificateReading>;
}
const LEGACY = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

const CASES: readonly Case[] = [
  {
    name: 'good',
    server: speaks({ cert: GOOD_LEAF }),
    state: 'ok',
    seen: {
      also: [],
      remarks: [],
      issuer: 'Mingcha Test',
      protocol: 'TLSv1.3',
      names: ['county.example', '*.county.example', 'localhost', '127.0.0.1'],
      nameCount: 4,
      validFrom: '2020-01-01T00:00:00.000Z',
      validTo: '2120-01-01T00:00:00.000Z',
    },
  },
  { name: 'good for a name below', server: speaks({ cert: GOOD_LEAF }), host: 'www.county.example', state: 'ok' },
  { name: 'good for an address', server: speaks({ cert: GOOD_LEAF }), host: '127.0.0.1', state: 'ok' },
  { name: '31 days left', server: speaks({ cert: GOOD_LEAF }), at: '2119-11-30T23:59:59.000Z', state: 'ok', seen: { daysLeft: 31 } },
  {
    name: '30 days left',
    server: speaks({ cert: GOOD_LEAF }),
    at: '2119-12-02T00:00:00.000Z',
    state: 'expires-soon',
    seen: { daysLeft: 30 },
  },
  {
    name: 'its last second',
    server: speaks({ cert: GOOD_LEAF }),
    at: '2119-12-31T23:59:59.000Z',
    state: 'expires-soon',
    seen: { daysLeft: 0 },
  },
  { name: 'over', server: speaks({ cert: GOOD_LEAF }), at: '2120-01-01T00:00:00.000Z', state: 'expired', seen: { daysLeft: 0 } },
  { name: 'not begun', server: speaks({ cert: GOOD_LEAF }), at: '2019-12-31T23:59:59.000Z', state: 'not-yet-valid' },
  { name: 'begun', server: speaks({ cert: GOOD_LEAF }), at: '2020-01-01T00:00:00.000Z', state: 'ok' },
  { name: 'made out to another', server: speaks({ cert: GOOD_LEAF }), host: 'other.example', state: 'wrong-host', seen: { also: [] } },
  { name: 'a star covers one label only', server: speaks({ cert: GOOD_LEAF }), host: 'a.b.county.example', state: 'wrong-host' },
  { name: 'signed by itself', server: speaks({ cert: SELF_SIGNED }), host: 'localhost', state: 'self-signed', seen: { also: [] } },
  {
    name: 'ended, of its own making, for another: the worst first',
    server: speaks({ cert: EXPIRED }),
    state: 'expired',
    seen: { also: ['wrong-host', 'self-signed'] },
  },
  {
    name: 'chain not sent: perhaps ours to fetch, no failure',
    server: speaks({ cert: LONE_LEAF }),
    host: 'localhost',
    state: 'unknown-issuer',
    seen: { remarks: ['incomplete-chain'], reason: null },
  },
  {
    name: 'authority ended',
    server: speaks({ cert: `${LEAF_UNDER_EXPIRED}\n${EXPIRED_MIDDLE}` }),
    state: 'unknown-issuer',
    seen: { remarks: ['expired-issuer'] },
  },
  { name: 'SHA-1', server: speaks({ cert: SHA1_LEAF }), state: 'weak', seen: { remarks: ['sha1'] } },
  {
    name: 'TLS 1.0 only',
    server: speaks({ cert: GOOD_LEAF, ...LEGACY }),
    state: 'weak',
    seen: { remarks: ['old-protocol'], protocol: 'TLSv1' },
  },
  {
    name: 'name needed in the greeting',
    server: speaks({
      cert: SELF_SIGNED,
      SNICallback: (name, done) =>
        done(null, name === 'county.example' ? createSecureContext({ key: TEST_KEY, cert: GOOD_LEAF }) : undefined),
    }),
    state: 'ok',
  },
  {
    name: 'wants a certificate of ours',
    server: speaks({ cert: GOOD_LEAF, requestCert: true, rejectUnauthorized: true }),
    state: 'ok',
    seen: { remarks: ['client-certificate'] },
  },
  {
    name: 'wants one, TLS 1.2',
    server: speaks({ cert: GOOD_LEAF, requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }),
    state: 'broken-handshake',
    seen: { remarks: ['alert'] },
  },
  {
    name: 'no cipher in common',
    server: speaks({ cert: GOOD_LEAF, ciphers: 'ECDHE-RSA-AES128-SHA', maxVersion: 'TLSv1.2' }),
    state: 'broken-handshake',
  },
  {
    name: 'plain http',
    server: says((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    state: 'broken-handshake',
    seen: { remarks: ['not-tls'] },
  },
  {
    name: 'a chain without end',
    server: speaks({ cert: [GOOD_LEAF, ...Array<string>(300).fill(LONE_LEAF)].join('\n') }),
    state: 'broken-handshake',
    seen: { remarks: ['huge-chain'] },
  },
  { name: 'silence', server: says(() => {}), state: 'not-run', seen: { remarks: ['silent'], reason: 'timed-out' } },
  {
    name: 'reset in the greeting',
    server: says((socket) => void socket.once('data', () => socket.resetAndDestroy())),
    state: 'not-run',
    seen: { remarks: ['reset'], reason: 'tls-failed' },
  },
  {
    name: 'one byte at a time for ever',
    server: says((socket) => {
      const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write(Buffer.from([0x16]))), 20);
    }),
    state: 'broken-handshake',
  },
];

describe('one handshake', () => {
  it.each(CASES)('$name → $state', async ({ server, state, at = NOW, host = 'county.example', seen = {} }) => {
    const began = performance.now();
    const reading = await readingOf(server, at, host, seen.reason === 'timed-out' ? SHORT_MS : LONG_MS);
    expect(reading).toMatchObject({ state, ...seen });
    expect(performance.now() - began).toBeLessThan(LONG_MS / 2);
  });

  it('an authority nobody knows is a remark', async () => {
    setDefaultCACertificates(usual);
    const reading = await readingOf(speaks({ cert: GOOD_LEAF }), NOW, 'county.example');
    const rooted = await readingOf(speaks({ cert: `${GOOD_LEAF}\n${TEST_ROOT}` }), NOW, 'county.example');
    setDefaultCACertificates([...usual, TEST_ROOT]);
    expect([reading.state, reading.remarks]).toEqual(['unknown-issuer', ['incomplete-chain']]);
    expect([rooted.state, rooted.remarks]).toEqual(['unknown-issuer', ['untrusted-root']]);
  });

  it('nobody listens, and an address that may not be visited', async () => {
    const closed = await shakeHands(guard, { host: 'county.example', port: 9, ms: LONG_MS });
    expect(readCertificate(closed, 'county.example', NOW)).toMatchObject({ state: 'not-run', reason: 'connect-failed' });
    const inside = createGuard({ allowNetworks: [], resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
    const refused = await shakeHands(inside, { host: 'county.example', port: 443, ms: LONG_MS });
    expect(readCertificate(refused, 'county.example', NOW)).toMatchObject({ state: 'not-run', reason: 'refused-address' });
  });

  it('ends at once when told to stop', async () => {
    const server = says(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    const port = (server.address() as AddressInfo).port;
    await expect(shakeHands(guard, { host: 'county.example', port, ms: LONG_MS, signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    server.close();
  });
});
