import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbook } from '../../src/app/import/testing/workbooks.ts';
import { readWorkbook } from '../../src/app/import/workbook/read-workbook.ts';
import { makeFirstAdministrator } from '../../src/app/people/first-administrator.ts';
import { hashPassword } from '../../src/app/people/passwords.ts';
import { changeKey } from '../../src/app/people/sessions.ts';
import { signIn } from '../../src/app/people/sign-in.ts';
import { sha256 } from '../../src/core/id.ts';
import { writeRegister } from '../../src/store/register.ts';
import { listTrail } from '../../src/store/trail.ts';
import { changeUser, findUserByLogin, insertUser } from '../../src/store/users.ts';
import { userOf } from '../support/people.ts';
import { WORLD } from '../support/store-world.ts';
import { type Served, serveApp } from './serve.ts';

const START = Date.parse('2026-11-02T01:00:00.000Z');
const PASSWORD = '春江 水暖 2026';
let served: Served;
let now = START;
const minutes = (n: number): void => {
  now += n * 60_000;
};
beforeAll(async () => {
  served = await serveApp(null);
  served.app.now = () => new Date(now).toISOString();
});
afterAll(() => served?.stop());

interface Said {
  status: number;
  body: { state?: string; code?: string; message?: string; mustChange?: boolean; changeKey?: string } & Record<string, unknown>;
  cookie: string | null;
  header(name: string): string | null;
}
const tokenOf = (cookie: string | null): string => cookie?.split('=')[1] ?? '';
async function ask(path: string, body: object | null, cookie: string | null = null, headers: Record<string, string> = {}): Promise<Said> {
  const response = await fetch(`${served.url}/api/${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(cookie ? { cookie, 'x-change-key': changeKey(tokenOf(cookie)) } : {}),
      ...headers,
    },
  });
  const given = response.headers.getSetCookie()[0] ?? null;
  return {
    status: response.status,
    body: (await response.json()) as Said['body'],
    cookie: given?.split(';')[0] ?? null,
    header: (name) => (name === 'set-cookie' ? given : response.headers.get(name)),
  };
}
const enter = (login: string, password: string) => ask('sign-in', { login, password });
async function person(login: string, more: object = {}): Promise<void> {
  const user = { ...userOf(served.app, { name: login }), login, passwordHash: await hashPassword(PASSWORD), ...more };
  await insertUser(served.app.db, user);
}

describe('the first administrator', () => {
  it('is made once, signs in with the one-time password, and can do nothing before changing it', async () => {
    const first = await makeFirstAdministrator(served.app);
    expect(first?.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(await makeFirstAdministrator(served.app)).toBeNull();
    const { status, body, cookie } = await enter('ADMIN', first?.password ?? '');
    expect([status, body.state, body.mustChange]).toEqual([200, 'in', true]);
    expect((await ask('areas', null, cookie)).status).toBe(403);
    const change = { password: first?.password, newPassword: PASSWORD };
    const changed = await ask('me/password', change, cookie);
    expect([changed.status, changed.body.mustChange]).toEqual([200, false]);
    expect((await ask('areas', null, changed.cookie)).status).toBe(200);
    expect((await ask('areas', null, cookie)).status, 'the session of before is gone').toBe(401);
  });

  it.each([
    ['短1', '不足'],
    ['1234567890123', '只有一种'],
    ['aaaaaaaaaaa1', '重复'],
    ['my-admin-2026', '用户名'],
  ])('may not take %s for a password', async (newPassword, words) => {
    const { cookie } = await enter('admin', PASSWORD);
    const { status, body } = await ask('me/password', { password: PASSWORD, newPassword }, cookie);
    expect([status, body.message]).toEqual([400, expect.stringContaining(words)]);
  });
});

describe('signing in', () => {
  beforeAll(() => person('zhang'));

  it('says the same of a wrong login and a wrong password', async () => {
    const [login, password] = await Promise.all([enter('nobody', PASSWORD), enter('zhang', 'wrong')]);
    expect([login.status, login.body, login.cookie]).toEqual([password.status, password.body, password.cookie]);
    expect(login.status).toBe(401);
  });

  it('gives a cookie that scripts and other sites do not get, and keeps only its hash', async () => {
    const { cookie, header } = await enter('zhang', PASSWORD);
    expect(header('set-cookie')).toMatch(/HttpOnly/);
    expect(header('set-cookie')).toMatch(/SameSite=Lax/);
    const rows = await served.app.db.selectFrom('userSession').select('tokenHash').execute();
    expect(rows.map(({ tokenHash }) => tokenHash)).toContain(sha256(tokenOf(cookie)));
    expect(JSON.stringify(rows)).not.toContain(tokenOf(cookie));
  });

  it('never takes over a session that was brought along (fixation)', async () => {
    const brought = 'mingcha=chosen-by-somebody-else';
    const { cookie } = await ask('sign-in', { login: 'zhang', password: PASSWORD }, null, { cookie: brought });
    expect(cookie).not.toBe(brought);
    expect((await ask('me', null, brought)).body.state).toBe('out');
  });

  it('locks for a quarter of an hour after five failures, to the right password too, and counts tries made side by side', async () => {
    await person('li');
    expect(new Set((await Promise.all([1, 2, 3, 4, 5].map(() => enter('li', 'wrong')))).map(({ status }) => status))).toEqual(
      new Set([401]),
    );
    expect((await enter('li', PASSWORD)).body.message).toContain('锁定');
    minutes(14);
    expect((await enter('li', PASSWORD)).status).toBe(401);
    minutes(2);
    expect((await enter('li', PASSWORD)).status).toBe(200);
    expect((await enter('li', 'wrong')).status, 'a new count').toBe(401);
    expect((await enter('li', PASSWORD)).status).toBe(200);
  });

  it('lets no more passwords be tried side by side than one after the other', async () => {
    await person('chen');
    const door = { address: '10.0.0.1', agent: '' };
    const said = await Promise.all(
      Array.from({ length: 12 }, () => signIn(served.app, 'chen', 'wrong', door).catch(({ message }: Error) => message)),
    );
    expect(said.filter((words) => words === '用户名或密码不对。')).toHaveLength(5);
    minutes(16);
  });

  it('ends after eight hours unused, after a week in any case, on signing out, and when the user is disabled', async () => {
    const { cookie } = await enter('zhang', PASSWORD);
    minutes(7 * 60);
    expect((await ask('areas', null, cookie)).status).toBe(200);
    minutes(8 * 60 + 1);
    expect((await ask('areas', null, cookie)).status).toBe(401);
    const used = await enter('zhang', PASSWORD);
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      minutes(6 * 60);
      await ask('areas', null, used.cookie);
    }
    expect((await ask('areas', null, used.cookie)).status).toBe(200);
    minutes(6 * 60 + 1);
    expect((await ask('areas', null, used.cookie)).status, 'a week is over').toBe(401);
    const left = await enter('zhang', PASSWORD);
    expect((await ask('sign-out', {}, left.cookie)).body.state).toBe('out');
    expect((await ask('areas', null, left.cookie)).status).toBe(401);
    const gone = await enter('zhang', PASSWORD);
    const user = await findUserByLogin(served.app.db, 'zhang');
    await changeUser(served.app.db, user?.id ?? '', { disabledAt: served.app.now() });
    expect((await ask('areas', null, gone.cookie)).status).toBe(401);
    expect((await enter('zhang', PASSWORD)).status).toBe(401);
    await changeUser(served.app.db, user?.id ?? '', { disabledAt: null });
  });
});

describe('a change', () => {
  it('needs the key that only our own pages know (CSRF)', async () => {
    await person('wang');
    const { cookie } = (await served.as({ name: '王敏' })) && { cookie: `mingcha=${(await served.as({ name: '王敏' })).token}` };
    const refused = await ask('me/sessions/end', { session: null }, cookie, { 'x-change-key': 'x' });
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
    const cross = await ask('me/sessions/end', { session: null }, cookie, { 'sec-fetch-site': 'cross-site' });
    expect(cross.status).toBe(403);
    expect((await ask('me/sessions/end', { session: null }, cookie)).status).toBe(200);
  });
});

describe('the second factor', () => {
  it('is put on with a code, asked for afterwards, takes each code once, and is taken off with the password', async () => {
    const who = await served.as({ name: '赵' });
    await changeUser(served.app.db, who.user.id, { passwordHash: await hashPassword(PASSWORD) });
    const cookie = `mingcha=${who.token}`;
    const { secret } = (await ask('me/second-factor/begin', {}, cookie)).body as { secret: string };
    const code = () => new TOTP({ secret, period: 30 }).generate({ timestamp: now });
    expect((await ask('me/second-factor', { secret, code: '000000' }, cookie)).status).toBe(400);
    expect((await ask('me/second-factor', { secret, code: code() }, cookie)).status).toBe(200);
    minutes(2);
    const half = await enter(who.user.login, PASSWORD);
    expect(half.body.state).toBe('code');
    expect((await ask('areas', null, half.cookie)).status, 'half is not in').toBe(401);
    const given = code();
    const [one, two] = await Promise.all([
      ask('sign-in/code', { code: given }, half.cookie),
      ask('sign-in/code', { code: given }, half.cookie),
    ]);
    expect([one.status, two.status].toSorted(), 'a code opens once').toEqual([200, 401]);
    const whole = one.status === 200 ? one : two;
    expect((await ask('areas', null, whole.cookie)).status).toBe(200);
    expect((await ask('areas', null, half.cookie)).status).toBe(401);
    expect((await ask('me/second-factor', { secret, code: code() }, whole.cookie)).status, 'none is put in its place').toBe(409);
    expect((await ask('me/second-factor/off', { password: 'wrong' }, whole.cookie)).status).toBe(400);
    expect((await ask('me/second-factor/off', { password: PASSWORD }, whole.cookie)).status).toBe(200);
  });
});

describe('users', () => {
  it('get a one-time password, are told apart by name, and lose their sessions when their rights change', async () => {
    const admin = await served.as({ name: '管理员', administers: true });
    const post = (path: string, body: object) =>
      admin.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const wish = { login: 'sun', name: '孙', role: 'reader', homeAreaId: null };
    const made = await post('/api/users', wish);
    const { id, password } = (await made.json()) as { id: string; password: string };
    expect((await post('/api/users', { ...wish, login: 'SUN' })).status).toBe(409);
    expect((await post('/api/users', { ...wish, login: 'sun2' })).status, 'two of one name would read one inbox').toBe(409);
    expect((await post('/api/users', { ...wish, login: 'unit1', name: '周', role: 'unit' })).status).toBe(400);
    minutes(2);
    const sun = await enter('sun', password);
    expect(sun.status).toBe(200);
    expect((await post(`/api/users/${id}`, { ...wish, role: 'office' })).status).toBe(200);
    expect((await ask('areas', null, sun.cookie)).status).toBe(401);
    const reset = (await (await post(`/api/users/${id}/reset`, {})).json()) as { password: string };
    expect((await enter('sun', password)).status).toBe(401);
    expect((await enter('sun', reset.password)).status).toBe(200);
    expect((await post(`/api/users/${admin.user.id}/disable`, { disabled: true })).status, 'never oneself').toBe(422);
  });
});

describe('users from a workbook', () => {
  const { county, housing, register } = WORLD;
  const HEAD = ['用户名', '姓名', '角色', '单位', '责任人或副手'];
  const GOOD = [
    ['zhujian1', '周工', '责任单位', housing.name, '责任人'],
    ['zhujian2', '吴工', '责任单位', housing.name, '副手'],
    ['xinxi', '陈静', '信息中心', '', ''],
  ];
  const hand = async (rows: string[][]) => {
    const admin = await served.as({ name: '县管理员', areaId: county.id, administers: true });
    return admin.fetch(`/api/areas/${county.id}/users-file?fileName=${encodeURIComponent('用户.xlsx')}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/octet-stream' } },
      body: new Uint8Array(workbook({ 用户: [HEAD, ...rows] })),
    });
  };
  beforeAll(() => writeRegister(served.app.db, register));

  it('come all or none: what is wrong is named by row and column', async () => {
    const refused = await hand([...GOOD, ['XINXI', '陈静', '主任', '查无此局', '']]);
    const { faults } = (await refused.json()) as { faults: { row: number; field: string }[] };
    expect([refused.status, faults.map(({ row, field }) => `${row} ${field}`).toSorted()]).toEqual([
      400,
      ['5 单位', '5 姓名', '5 用户名', '5 角色'].toSorted(),
    ]);
    expect(await findUserByLogin(served.app.db, 'zhujian1')).toBeNull();
  });

  it('get each a password of their own that they have to change, and stand where the row put them', async () => {
    const response = await hand(GOOD);
    expect(response.status).toBe(200);
    const [sheet] = readWorkbook(new Uint8Array(await response.arrayBuffer()), '密码.xlsx');
    const passwordOf = (login: string) => sheet?.rows.find(({ cells }) => cells[0]?.text === login)?.cells[4]?.text ?? '';
    expect(new Set(GOOD.map(([login = '']) => passwordOf(login))).size).toBe(3);
    minutes(2);
    const { status, body, cookie } = await enter('zhujian1', passwordOf('zhujian1'));
    expect([status, body.mustChange, (await ask('areas', null, cookie)).status]).toEqual([200, true, 403]);
    expect((await enter('zhujian2', passwordOf('zhujian1'))).status).toBe(401);
    expect(await findUserByLogin(served.app.db, 'zhujian2')).toMatchObject({ role: 'unit', unitId: housing.id, post: 'deputy' });
    expect(await findUserByLogin(served.app.db, 'xinxi')).toMatchObject({ role: 'centre', areaId: county.id, administers: false });
    const { rows } = await listTrail(served.app.db, { ...EVERYTHING, limit: 50, offset: 0 });
    expect([rows.some(({ act }) => act === 'users-import'), JSON.stringify(rows).includes(passwordOf('xinxi'))]).toEqual([true, false]);
  });
});

const EVERYTHING = { areaIds: null, ofNoArea: true, thing: null, act: null, name: null, from: null, to: null };
describe('the trail', () => {
  it('keeps who did what and what came of it, without secrets, and cannot be changed or deleted', async () => {
    const { rows } = await listTrail(served.app.db, { ...EVERYTHING, limit: 1_000, offset: 0 });
    expect(rows.map(({ act, outcome }) => `${act} ${outcome}`)).toEqual(
      expect.arrayContaining(['sign-in ok', 'sign-in not-signed-in', 'password-change bad-input', 'user-add conflict', 'user-reset ok']),
    );
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
    const { db } = served.app;
    for (const sql of [db.deleteFrom('trail'), db.deleteFrom('trailOutcome'), db.updateTable('trail').set({ name: '别人' } as never)])
      await expect(sql.execute()).rejects.toThrow('append-only');
  });
});

describe('guessing', () => {
  it('is tried from one address thirty times a minute at most', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 40; i += 1) statuses.push((await ask('sign-in', { login: '', password: '' })).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await ask('me', null)).status, 'everything else goes on').toBe(200);
  });
});
