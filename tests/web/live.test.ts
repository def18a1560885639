import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/app/people/passwords.ts';
import { traced } from '../../src/server/traced.ts';
import { writeRegister } from '../../src/store/register.ts';
import { changeUser } from '../../src/store/users.ts';
import type { SignedIn } from '../support/people.ts';
import { WORLD } from '../support/store-world.ts';
import { type Served, serveApp } from './serve.ts';

const AREA = WORLD.county.id;
let served: Served;
let admin: SignedIn;
beforeAll(async () => {
  served = await serveApp(null);
  await writeRegister(served.app.db, WORLD.register);
  admin = await served.as({ name: '管理员', administers: true });
});
afterAll(() => served?.stop());

it('tells an open page of a change within seconds, and nobody of an area that is not theirs', async () => {
  const who = await served.as({ name: '甲', areaId: AREA });
  const response = await who.fetch(`/api/areas/${AREA}/live`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream() as never).getReader() as {
    read(): Promise<{ value: string }>;
    cancel(): Promise<void>;
  };
  const first = (await reader.read()).value;
  expect(first).toContain('"changes":0');
  const caller = { userId: '', name: '乙', role: 'office', areaId: AREA, door: { address: '', agent: '' } } as never;
  await traced(served.app, { id: 'notice-issue' }, caller, { areaId: AREA }, async () => null);
  const next = (await reader.read()).value;
  expect(JSON.parse(next.replace(/^data: /, '')).changes).toBeGreaterThan(0);
  await reader.cancel();
  const elsewhere = await served.as({ name: '丙', areaId: AREA });
  expect((await elsewhere.fetch('/api/areas/area_none/live')).status).toBe(403);
  expect((await fetch(`${served.url}/api/areas/${AREA}/live`)).status).toBe(401);
});

it('立即监测: is ordered by centre or office of the area itself, once at a time, stands in the trail and shows how far it is', async () => {
  const path = `/api/areas/${AREA}/look-now`;
  const order = (who: SignedIn, whole = true) =>
    who.fetch(path, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channelIds: null, whole }) },
    });
  const city = await served.as({ name: '市办', areaId: WORLD.city.id });
  expect([(await city.fetch(path)).status, (await order(city)).status]).toEqual([403, 403]);
  const centre = await served.as({ name: '监测员', role: 'centre', areaId: AREA });
  expect((await order(centre, false)).status, 'not what the page had said').toBe(409);
  const answer = await order(centre);
  expect([answer.status, await answer.json()]).toMatchObject([200, { channels: 3, spared: [] }]);
  const office = await served.as({ name: '丁', areaId: AREA });
  expect((await order(office)).status).toBe(409);
  expect(await (await office.fetch(path)).json()).toMatchObject({
    ...{ next: { whole: true, channels: 3, refusal: null } },
    ...{ order: { by: '监测员', state: { code: 'queued', name: '排队' }, news: null } },
  });
  const trail = (await (await admin.fetch(`/api/areas/${AREA}/trail`)).json()) as { rows: { name: string; actName: string }[] };
  expect(trail.rows.filter(({ name }) => name === '监测员').map(({ actName }) => actName)).toEqual(['立即监测', '立即监测']);
});

describe('falls silent within a beat, and every other call is refused at once, for who', () => {
  const post = (who: SignedIn, path: string, body: object) =>
    who.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const wish = {
    login: 'x',
    role: 'centre',
    homeAreaId: AREA,
    ofUnitId: null,
    post: null,
    fields: [],
    administers: false,
    oidcSubject: null,
  };

  it.concurrent.each<[string, (who: SignedIn) => Promise<unknown>]>([
    ['is disabled', (who) => post(admin, `/api/users/${who.user.id}/disable`, { disabled: true })],
    ['is given another role', (who) => post(admin, `/api/users/${who.user.id}`, { ...wish, login: who.user.id, name: who.user.name })],
    ['is given a new password', (who) => post(admin, `/api/users/${who.user.id}/reset`, {})],
    ['signs out', (who) => post(who, '/api/sign-out', {})],
    ['changes the password elsewhere', (who) => changePasswordElsewhere(who)],
  ])('%s', async (how, end) => {
    const who = await served.as({ name: how, areaId: AREA });
    const response = await who.fetch(`/api/areas/${AREA}/live`);
    let said = '';
    const listening = (async () => {
      for await (const part of response.body as ReadableStream<Uint8Array>) said += Buffer.from(part).toString();
    })();
    const told = (): number => said.match(/^data: /gm)?.length ?? 0;
    const answer = await end(who);
    if (answer instanceof Response) expect([how, answer.status]).toEqual([how, 200]);
    expect((await who.fetch(`/api/areas/${AREA}/overview`)).status).toBeGreaterThanOrEqual(401);
    // How many beats went by before is the machine's affair; now one may be under way, and one not read yet.
    const before = told();
    await listening;
    expect(told() - before).toBeLessThanOrEqual(2);
  });

  async function changePasswordElsewhere(who: SignedIn): Promise<Response> {
    await changeUser(served.app.db, who.user.id, { passwordHash: await hashPassword('春江 水暖 2025') });
    const other = await served.as(who.user);
    return post(other, '/api/me/password', { password: '春江 水暖 2025', newPassword: '春江 水暖 2026' });
  }
});
