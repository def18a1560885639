import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeUser } from '../../src/store/users.ts';
import { type SignOnServer, signOnServer } from '../support/sign-on-provider.ts';
import { type Served, serveApp } from './serve.ts';

const CLIENT = 'mingcha';
let served: Served;
let provider: SignOnServer;
beforeAll(async () => {
  provider = await signOnServer(CLIENT);
  served = await serveApp(null);
  const { url, app } = served;
  app.config.signOn = { issuer: provider.issuer, clientId: CLIENT, clientSecret: 'secret', name: '某市统一认证', ownAddress: url };
  const { user } = await served.as({ name: '钱' });
  await changeUser(app.db, user.id, { oidcSubject: 'person-1' });
});
afterAll(async () => {
  await served?.stop();
  await provider?.stop();
});

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
/** Goes to the provider and comes back as a browser does; `alter` changes the address that leads back. */
async function round(alter: (back: URL) => void = () => {}, keep = true): Promise<{ location: string; cookie: string }> {
  const left = await fetch(`${served.url}/api/single-sign-on`, { redirect: 'manual' });
  const vouched = await fetch(left.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(vouched.headers.get('location') ?? '');
  alter(back);
  const cookie = keep ? cookiesOf(left) : '';
  const arrived = await fetch(back, { redirect: 'manual', headers: { cookie } });
  return { location: decodeURIComponent(arrived.headers.get('location') ?? ''), cookie: cookiesOf(arrived) };
}
const stateOf = async (cookie: string): Promise<unknown> =>
  ((await (await fetch(`${served.url}/api/me`, { headers: { cookie } })).json()) as { state: string }).state;

describe('single sign-on', () => {
  it('is offered on the page, and lets in whom the provider vouches for', async () => {
    expect(await (await fetch(`${served.url}/api/me`)).json()).toEqual({ state: 'out', singleSignOn: '某市统一认证' });
    const { location, cookie } = await round();
    expect([location, await stateOf(cookie)]).toEqual(['/', 'in']);
  });

  it.each<[string, (back: URL) => void, boolean]>([
    ['a state that is not the own', (back) => back.searchParams.set('state', 'forged'), true],
    ['a code nobody gave', (back) => back.searchParams.set('code', 'forged'), true],
    ['a browser that never left', () => {}, false],
  ])('refuses %s', async (_, alter, keep) => {
    const { location, cookie } = await round(alter, keep);
    expect([location.startsWith('/sign-in?refused='), await stateOf(cookie)]).toEqual([true, 'out']);
  });

  it.each([{ nonce: 'forged' }, { issuer: 'https://elsewhere.example' }])('refuses a token with another %o', async (wrong) => {
    provider.wrong = wrong;
    const { location } = await round();
    provider.wrong = null;
    expect(location).toContain('没有通过');
  });

  it('tells whom nobody has put down what to give the administrator', async () => {
    provider.subject = 'person-2';
    const { location } = await round();
    expect(location).toContain('person-2');
  });
});
