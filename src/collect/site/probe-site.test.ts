import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulatedClock } from '../clock.ts';
import type { Net } from '../http/net.ts';
import { openNet } from '../http/open-net.ts';
import { EXPIRED, TEST_KEY } from '../testing/certificates.ts';
import { answer, type RawHandler, rawServer } from '../testing/raw-server.ts';
import { probeSite } from './probe-site.ts';

let net: Net;
beforeAll(() => {
  net = openNet({ allowNetworks: ['127.0.0.1/32'], paceMs: 0, obeyRobots: false });
});
afterAll(() => net.close());

/** For a page that comes, however busy the machine, and for one that never does. */
const [PATIENT_MS, SHORT_MS] = [60_000, 300];

async function probe(handler: RawHandler, { probeMs = PATIENT_MS, tls }: { probeMs?: number; tls?: { key: string; cert: string } } = {}) {
  const server = await rawServer(handler, tls);
  const fact = await probeSite({ id: 'site_1', url: server.origin }, { net, clock: simulatedClock('2022-12-27T01:00:00.000Z'), probeMs });
  await server.close();
  return fact;
}
const after =
  (ms: number): RawHandler =>
  (socket) =>
    void setTimeout(() => socket.write(answer('<p>首页</p>')), ms);

it('opened', async () => {
  const fact = await probe(after(0));
  expect(fact).toMatchObject({
    kind: 'probe',
    channelId: 'site_1',
    at: '2022-12-27T01:00:00.000Z',
    blob: null,
    data: { outcome: 'ok', status: 200 },
  });
  expect(fact.data.ms).toBeLessThan(PATIENT_MS);
});
it('opened in time', async () => expect((await probe(after(100))).data.outcome).toBe('ok'));
it('opened too late', async () => {
  const { data } = await probe(() => {}, { probeMs: SHORT_MS });
  expect(data.outcome).toBe('timed-out');
  expect(data.ms).toBeGreaterThanOrEqual(SHORT_MS);
});
it('headers in time, the page not', async () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n';
  expect((await probe((socket) => void socket.write(head), { probeMs: SHORT_MS })).data.outcome).toBe('timed-out');
});
it('answers with an error', async () =>
  expect((await probe((socket) => void socket.write(answer('', {}, '500 Oops')))).data).toMatchObject({
    outcome: 'server-error',
    status: 500,
  }));
it('a certificate that stops visitors', async () =>
  expect((await probe(after(0), { tls: { key: TEST_KEY, cert: EXPIRED } })).data.outcome).toBe('tls-failed'));
