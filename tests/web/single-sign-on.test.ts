import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/app/people/passwords.ts';
import { changeUser, findUser } from '../../src/store/users.ts';
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
/** Where the browser is led, with the words that wait for it there. */
function whereTo(answer: Response): string {
  const words = /mingcha-refused=([^;]*)/.exec(cookiesOf(answer))?.[1] ?? '';
  return `${answer.headers.get('location')}${decodeURIComponent(words)}`;
}
/** Goes to the provider, which leads back: the address and what the browser keeps. */
async function leave(): Promise<{ back: URL; cookie: string }> {
  const left = await fetch(`${served.url}/api/single-sign-on`, { redirect: 'manual' });
  const vouched = await fetch(left.headers.get('location') ?? '', { redirect: 'manual' });
  return { back: new URL(vouched.headers.get('location') ?? ''), cookie: cookiesOf(left) };
}
/** Goes to the provider and comes back as a browser does; `alter` changes the address that leads back. */
async function round(alter: (back: URL) => void = () => {}, keep = true): Promise<{ location: string; cookie: string }> {
  const { back, cookie: kept } = await leave();
  alter(back);
  const cookie = keep ? kept : '';
  const arrived = await fetch(back, { redirect: 'manual', headers: { cookie } });
  return { location: whereTo(arrived), cookie: cookiesOf(arrived) };
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
    expect([location.startsWith('/sign-in'), await stateOf(cookie)]).toEqual([true, 'out']);
  });

  it.each([
    { nonce: 'forged' },
    { issuer: 'https://elsewhere.example' },
    { audience: 'another-program' },
    { expiresIn: -3_600 },
    { alg: 'none' as const },
    { alg: 'HS256' as const },
    { key: 'other' as const },
  ])('refuses a token with %o', async (wrong) => {
    provider.wrong = wrong;
    const { location, cookie } = await round();
    provider.wrong = null;
    expect([location, await stateOf(cookie)]).toEqual([expect.stringContaining('没有通过'), 'out']);
  });

  it('takes a code once, and only in the browser that went for it', async () => {
    const [mine, theirs] = [await leave(), await leave()];
    const arrive = async (back: URL, cookie: string) => {
      return whereTo(await fetch(back, { redirect: 'manual', headers: { cookie } }));
    };
    const swapped = new URL(mine.back);
    swapped.searchParams.set('state', theirs.back.searchParams.get('state') ?? '');
    expect(await arrive(swapped, theirs.cookie), 'a code put into another browser: PKCE').toContain('没有通过');
    const again = await leave();
    expect(await arrive(again.back, again.cookie)).toBe('/');
    expect(await arrive(again.back, again.cookie), 'the same once more').toContain('没有通过');
  });

  it('leads nowhere but home, and opens a session of its own whatever was brought along', async () => {
    const { location, cookie } = await round((back) => {
      for (const name of ['back', 'redirect_uri', 'next', 'return']) back.searchParams.set(name, 'https://evil.example/');
    });
    expect([location, await stateOf(cookie)]).toEqual(['/', 'in']);
    const left = await leave();
    const { headers } = await fetch(left.back, { redirect: 'manual', headers: { cookie: `${left.cookie}; mingcha=brought-along` } });
    expect(headers.getSetCookie().join()).not.toContain('brought-along');
  });

  it('opens nothing for who is disabled, nor by an e-mail address or a name that is somebody’s', async () => {
    const { user } = await served.as({ name: '孙', administers: true });
    await changeUser(served.app.db, user.id, { login: 'sun@county.example' });
    Object.assign(provider, {
      subject: 'person-3',
      more: { email: 'sun@county.example', preferred_username: 'sun@county.example', name: '孙' },
    });
    expect((await round()).location).toContain('person-3');
    await changeUser(served.app.db, user.id, { oidcSubject: 'person-3', disabledAt: served.app.now() });
    const { location, cookie } = await round();
    expect([location, await stateOf(cookie)]).toEqual([expect.stringContaining('没有对应的用户'), 'out']);
    Object.assign(provider, { subject: 'person-1', more: {} });
  });

  it('takes the place of a one-time password nobody used: it opens nothing afterwards', async () => {
    const { user } = await served.as({ name: '钱' });
    await changeUser(served.app.db, user.id, { mustChange: true, passwordHash: await hashPassword('one-time-password') });
    const { location, cookie } = await round();
    expect([location, (await fetch(`${served.url}/api/areas`, { headers: { cookie } })).status]).toEqual(['/', 200]);
    expect(await findUser(served.app.db, user.id)).toMatchObject({ mustChange: false, passwordHash: null });
  });

  it('tells whom nobody has put down what to give the administrator', async () => {
    provider.subject = 'person-2';
    const { location } = await round();
    expect(location).toContain('person-2');
  });
});
