import { type AddressInfo, createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedAddress } from '../../guard/guard.ts';
import { type Net, openNet } from '../../http/open-net.ts';
import { type AddressFamilyFact, lookAtIpv6 } from './address-family.ts';

/** This machine's own IPv6 loopback; some containers have none. */
const hasLoopback = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
if (!hasLoopback) console.warn('SKIPPED: no ::1 here, connections over IPv6 were not tested');

const four = { address: '127.0.0.1', family: 4 };
const six = (address: string): ResolvedAddress => ({ address, family: 6 });
const noSuchName = async () => {
  throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
};

let server: Server;
let port: number;
const nets: Net[] = [];
beforeAll(async () => {
  server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, hasLoopback ? '::1' : '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  for (const net of nets) await net.close();
  server.close();
});

async function look(resolve: () => Promise<readonly ResolvedAddress[]>, url: string): Promise<Omit<AddressFamilyFact, 'host'>> {
  const net = openNet({ allowNetworks: ['127.0.0.0/8', '::1/128'], paceMs: 0, connectMs: 300, obeyRobots: false, resolve });
  nets.push(net);
  const { host: _host, ...seen } = await lookAtIpv6(net, new URL(url));
  return seen;
}

describe('IPv6 of a site', () => {
  it.skipIf(!hasLoopback)('a connection stands', async () =>
    expect(await look(async () => [four, six('::1')], `http://county.example:${port}/`)).toEqual({
      hasAAAA: true,
      reachable: 'yes',
      reason: null,
    }),
  );
  it.skipIf(!hasLoopback)('an address where nobody listens', async () =>
    expect(await look(async () => [four, six('::1')], 'http://county.example:9/')).toEqual({
      hasAAAA: true,
      reachable: 'no',
      reason: 'refused',
    }),
  );

  it.each([
    ['IPv4 only', async () => [four], { hasAAAA: false, reachable: 'no', reason: 'no-aaaa' }],
    [
      'an inner IPv6 address is none for visitors',
      async () => [four, six('fd00::9')],
      { hasAAAA: false, reachable: 'no', reason: 'no-aaaa' },
    ],
    [
      'one the network made up (NAT64)',
      async () => [four, six('64:ff9b::808:808')],
      { hasAAAA: false, reachable: 'no', reason: 'no-aaaa' },
    ],
    ['no such name', noSuchName, { hasAAAA: null, reachable: 'cannot-tell', reason: 'dns-failed' }],
    [
      'a name service that is silent',
      () => new Promise<never>(() => {}),
      { hasAAAA: null, reachable: 'cannot-tell', reason: 'dns-failed' },
    ],
  ] as const)('%s', async (_name, resolve, seen) => {
    expect(await look(resolve, `http://county.example:${port}/`)).toEqual(seen);
  });

  it('a way out that this machine lacks, or that swallows everything, says nothing about the site', async () => {
    // An address of the open internet nobody has: without a route here, or without an answer there.
    const seen = await look(async () => [six('2a0f:ffff:ffff:ffff::1')], `http://county.example:${port}/`);
    expect(seen).toMatchObject({ hasAAAA: true, reachable: 'cannot-tell' });
    expect(['no-ipv6-here', 'no-answer']).toContain(seen.reason);
  });

  it('an address instead of a name', async () =>
    expect(await look(async () => [four], 'http://127.0.0.1/')).toEqual({
      hasAAAA: null,
      reachable: 'cannot-tell',
      reason: 'literal-address',
    }));
});
