import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Resolve } from '../guard/guard.ts';
import { type Net, openNet } from '../http/open-net.ts';
import { type GuardedProxy, openProxy, type ProxyPass } from './proxy.ts';
import { type ScriptSite, SITE_ADDRESS, scriptSite } from './testing/script-site.ts';

const INSIDE: Resolve = async (name) => [{ address: name.startsWith('site') ? SITE_ADDRESS : '127.0.0.1', family: 4 }];
let site: ScriptSite;
let proxy: GuardedProxy;
let net: Net;
beforeAll(async () => {
  site = await scriptSite({ '/': '<p>到了</p>', '/big': 'x'.repeat(300_000) });
  proxy = await openProxy();
  net = openNet({ allowNetworks: [`${SITE_ADDRESS}/32`], resolve: INSIDE });
});
afterAll(() => Promise.all([site.close(), proxy.close(), net.close()]));

const keyOf = ({ username, password }: ProxyPass): string => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Status and body of a plain request; status 0 when the connection broke off. */
function ask(path: string, key: string | null, method = 'GET'): Promise<{ status: number; body: string }> {
  const { hostname: host, port } = new URL(proxy.server);
  const headers = key === null ? {} : { 'proxy-authorization': key };
  return new Promise((resolve) => {
    let body = '';
    let status = 0;
    const asked = request({ host, port, path, method, headers, agent: false }, (answer) => {
      status = answer.statusCode ?? 0;
      answer.on('data', (chunk) => {
        body += chunk;
      });
      answer.on('end', () => resolve({ status, body })).on('error', () => resolve({ status: 0, body }));
    });
    asked.on('error', () => resolve({ status: 0, body }));
    asked.end();
  });
}

/** First line of the answer to CONNECT. */
function tunnel(authority: string, key: string | null): Promise<string> {
  const { hostname: host, port } = new URL(proxy.server);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host);
    socket.on('error', reject).once('data', (data) => {
      socket.destroy();
      resolve(String(data).split('\r\n')[0] ?? '');
    });
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${key === null ? '' : `Proxy-Authorization: ${key}\r\n`}\r\n`);
  });
}

describe('the proxy of the browser', () => {
  it('serves nobody without a pass, and no pass that was given back', async () => {
    const pass = proxy.admit(net, 1_000_000);
    expect((await ask(`${site.origin}/`, null)).status).toBe(407);
    expect((await ask(`${site.origin}/`, 'Basic Zm9vOmJhcg==')).status).toBe(407);
    expect(await tunnel(`${SITE_ADDRESS}:443`, null)).toContain('407');
    expect(await ask(`${site.origin}/`, keyOf(pass))).toEqual({ status: 200, body: '<p>到了</p>' });
    pass.revoke();
    expect((await ask(`${site.origin}/`, keyOf(pass))).status).toBe(407);
  });

  it.each([
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/x.png',
    'http://[::1]/',
    'http://0x7f.1/',
    'http://inside.example/',
    'http://site.example:6379/',
  ])('refuses %s and says so', async (address) => {
    const pass = proxy.admit(net, 1_000_000);
    const url = new URL(address);
    expect((await ask(address, keyOf(pass))).status).toBe(502);
    expect(await tunnel(`${url.hostname}:${url.port || 80}`, keyOf(pass))).toContain('502');
    expect(pass.failure(url)).toBe('refused-address');
    expect(pass.refused).toContain(url.href);
    pass.revoke();
  });

  it('resolves names through the guard and connects to what was judged', async () => {
    const pass = proxy.admit(net, 1_000_000);
    const named = site.origin.replace(SITE_ADDRESS, 'site.example');
    expect((await ask(`${named}/`, keyOf(pass))).body).toBe('<p>到了</p>');
    expect(await tunnel(new URL(named).host, keyOf(pass))).toContain('200');
    expect(pass.failure(new URL(named))).toBeNull();
    pass.revoke();
  });

  it('breaks off a page that brings more than it may', async () => {
    const pass = proxy.admit(net, 100_000);
    expect((await ask(`${site.origin}/big`, keyOf(pass))).status).toBe(0);
    pass.revoke();
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('passes no %s on', async (method) => {
    const pass = proxy.admit(net, 1_000_000);
    const before = site.asked.length;
    expect((await ask(`${site.origin}/`, keyOf(pass), method)).status).toBe(502);
    expect(site.asked).toHaveLength(before);
    pass.revoke();
  });
});
