import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { changeKey } from '../../src/app/people/sessions.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { reachOf } from '../../src/contract/who.ts';
import { USER_ROLE_CODES, type UserRole } from '../../src/core/role.ts';
import { loadRoutes, type Route } from '../../src/server/load-routes.ts';
import { writeRegister } from '../../src/store/register.ts';
import type { Area } from '../../src/subjects/area.ts';
import type { Unit } from '../../src/subjects/unit.ts';
import type { SignedIn } from '../support/people.ts';
import { type Served, serveApp } from './serve.ts';

/**
 * Every endpoint × every role × own / other unit / other area, by the address alone: what the contract says is what the server does.
 * A call that is let in may then find its input wanting; it is never told that it may not.
 */
const routes: readonly Route[] = await loadRoutes();
const CITY: Area = { id: 'area_city', name: '某市', level: 'city', parentId: null };
const OWN: Area = { id: 'area_own', name: '甲县', level: 'county', parentId: CITY.id };
const OTHER: Area = { id: 'area_other', name: '乙县', level: 'county', parentId: CITY.id };
const unit = (id: string, area: Area, parentId: string | null = null): Unit => ({
  ...{ id, areaId: area.id, name: id, kind: 'department', group: null, aliases: [], namePlates: [] },
  ...{ parentId, order: 1, activeFrom: null, activeTo: null },
});
const UNITS = [unit('unit_own', OWN), unit('unit_below', OWN, 'unit_own'), unit('unit_beside', OWN), unit('unit_far', OTHER)];

let served: Served;
const people = new Map<UserRole, SignedIn>();
let administrator: SignedIn;
beforeAll(async () => {
  served = await serveApp(null);
  for (const area of [CITY, OWN, OTHER])
    await writeRegister(served.app.db, {
      ...{ areas: [area], units: UNITS.filter(({ areaId }) => areaId === area.id), sites: [], columns: [], accounts: [] },
    });
  for (const role of USER_ROLE_CODES)
    people.set(role, await served.as({ role, name: role, areaId: OWN.id, unitId: role === 'unit' ? 'unit_own' : null, fields: [] }));
  administrator = await served.as({ role: 'reader', name: '管理员', areaId: OWN.id, administers: true });
});
afterAll(() => served?.stop());

/** The address of an endpoint with every name in its path filled in. */
const addressOf = ({ path }: Endpoint, areaId: string, more: Readonly<Record<string, string>> = {}): string =>
  `${path.replace(/:(\w+)/g, (_, name: string) => (name === 'areaId' ? areaId : (more[name] ?? (name === 'year' ? '2022' : 'none'))))}`;

async function statusOf(who: SignedIn | null, endpoint: Endpoint, address: string): Promise<number> {
  const init: RequestInit =
    endpoint.method === 'GET' ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  const response = who ? await who.fetch(address, init) : await fetch(new URL(address, served.url), init);
  await response.arrayBuffer();
  for (const [name, value] of Object.entries(GUARDED)) if (!value.test(response.headers.get(name) ?? '')) bare.add(`${address} ${name}`);
  return response.status;
}
/** What stands in the head of every answer, refusals and downloads too. */
const GUARDED = {
  'content-security-policy': /default-src 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cache-control': /^no-store$/,
};
const bare = new Set<string>();
const inArea = ({ endpoint }: Route): boolean => endpoint.path.includes(':areaId');
const closed = routes.filter(({ endpoint }) => endpoint.who !== 'anyone');
const granted = routes.filter(({ endpoint }) => typeof endpoint.who !== 'string');

describe('whoever has not signed in', () => {
  it.each(closed.map((route) => [route.id, route] as const))('is told to sign in: %s', async (_, { endpoint }) => {
    expect(await statusOf(null, endpoint, addressOf(endpoint, OWN.id))).toBe(401);
  });

  it('finds few doors open, and those known by name', () => {
    const open = routes.filter(({ endpoint }) => endpoint.who === 'anyone').map(({ id }) => id);
    expect(open.toSorted()).toEqual(['health', 'me', 'sign-in']);
  });
});

describe.each(USER_ROLE_CODES)('%s', (role) => {
  const who = (): SignedIn => people.get(role) as SignedIn;
  // Words of severe findings are for the closed list, which is these where an area has set no other (seeds S04).
  const shut = ({ endpoint }: Route): boolean => endpoint.grave === 'all' && !['office', 'centre', 'unit'].includes(role);
  const may = granted.filter((route) => reachOf(route.endpoint.who, role) !== null && !shut(route));
  const mayNot = routes.filter(
    (route) =>
      shut(route) ||
      route.endpoint.who === 'administrator' ||
      (typeof route.endpoint.who !== 'string' && reachOf(route.endpoint.who, role) === null),
  );

  it('is let in where the contract names it, and only there', async () => {
    const statuses = async (some: readonly Route[]): Promise<string[]> =>
      (
        await Promise.all(
          some.map(async ({ id, endpoint }) => [id, await statusOf(who(), endpoint, addressOf(endpoint, OWN.id, { unitId: 'unit_own' }))]),
        )
      )
        .filter(([, status]) => status === 403 || status === 401)
        .map(([id]) => String(id));
    expect(await statuses(may)).toEqual([]);
    expect((await statuses(mayNot)).length).toBe(mayNot.length);
  });

  it('is refused every other area, and the one above', async () => {
    for (const area of [OTHER.id, CITY.id])
      for (const { id, endpoint } of may.filter(inArea))
        expect([id, await statusOf(who(), endpoint, addressOf(endpoint, area, { unitId: 'unit_far' }))]).toEqual([id, 403]);
  });
});

describe('a unit', () => {
  const own = granted.filter(({ endpoint }) => reachOf(endpoint.who, 'unit') === 'own' && endpoint.method === 'GET');
  const asks = (name: string) => own.filter(({ endpoint }) => name in endpoint.input.shape && !endpoint.path.includes(`:${name}`));

  it.each(['unitId', 'unitIds', 'unit'])('is refused another unit asked for as %s, and given its own with its sub-units', async (name) => {
    const who = people.get('unit') as SignedIn;
    for (const { id, endpoint } of asks(name)) {
      const asking = (value: string) => statusOf(who, endpoint, `${addressOf(endpoint, OWN.id)}?${name}=${value}`);
      expect([id, await asking('unit_beside')]).toEqual([id, 403]);
      // An id holds no comma: where one unit is asked for, two are no input at all.
      expect([403, ...(name === 'unitId' ? [400] : [])], id).toContain(await asking('unit_own,unit_beside'));
      // Said twice, neither the first nor the last is believed.
      for (const twice of [`unit_own&${name}=unit_beside`, `unit_beside&${name}=unit_own`])
        expect([id, [400, 403].includes(await asking(twice))]).toEqual([id, true]);
      expect([id, (await asking('unit_below')) === 403]).toEqual([id, false]);
    }
  });
});

describe('a change', () => {
  const changes = closed.filter(({ endpoint }) => endpoint.method === 'POST');

  it.each([
    ['without the key of our pages', {}, 'application/json', 403],
    ['with a key of another session', { 'x-change-key': 'forged' }, 'application/json', 403],
    ['from a page of another site', { 'sec-fetch-site': 'cross-site', 'x-change-key': 'own' }, 'application/json', 403],
    ['from a page of a sister site', { 'sec-fetch-site': 'same-site', 'x-change-key': 'own' }, 'application/json', 403],
    ['as a form', { 'x-change-key': 'own' }, 'application/x-www-form-urlencoded', 400],
    ['as a form with a file', { 'x-change-key': 'own' }, 'multipart/form-data; boundary=x', 400],
    ['as text, which needs no leave of ours', { 'x-change-key': 'own' }, 'text/plain', 400],
  ] as const)('sent along with the session %s is refused at every endpoint (CSRF)', async (_how, extra, type, wanted) => {
    const { token } = await served.as({ name: '兼管理员', areaId: OWN.id, administers: true });
    const lines = () => served.app.db.selectFrom('trail').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const [before, taken] = [await lines(), [] as string[]];
    for (const { id, endpoint } of changes) {
      const headers = new Headers({ cookie: `mingcha=${token}`, 'content-type': type, ...extra });
      if (headers.get('x-change-key') === 'own') headers.set('x-change-key', changeKey(token));
      const address = new URL(addressOf(endpoint, OWN.id), served.url);
      const { status } = await fetch(address, { method: 'POST', headers, body: '{}' });
      // Before the body is looked at, a role that may not call is told so.
      const closedToOffice = typeof endpoint.who === 'object' && reachOf(endpoint.who, 'office') === null;
      if (status !== (closedToOffice ? 403 : wanted)) taken.push(`${id} ${status}`);
    }
    expect(taken).toEqual([]);
    expect(await lines(), 'nothing was begun').toEqual(before);
    expect(changes.length).toBeGreaterThan(100);
  });

  it('takes no field its contract does not name, nor says who acts or what he may', () => {
    const loose = routes.flatMap(({ id, endpoint }) => {
      const { properties, additionalProperties } = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' });
      const says = Object.keys(properties ?? {}).filter((name) =>
        /^(by|byName|byRole|role|scope|administers|userId|caller|me|token)$/.test(name),
      );
      return [
        ...(additionalProperties === true || typeof additionalProperties === 'object' ? [`${id} takes anything`] : []),
        ...says.map((name) => `${id} ${name}`),
      ];
    });
    expect(loose.toSorted()).toEqual(SAYS_WHO);
  });
});
/** What an administrator keeps of users; what a sweep or a patrol covers; by what a picture is grouped. */
const SAYS_WHO: readonly string[] = [
  ...['key-sweep-order scope', 'patrol-add scope', 'pictures-freshness by', 'pictures-freshness-columns by'],
  ...['user-add administers', 'user-add role', 'user-disable userId', 'user-reset userId'],
  ...['user-save administers', 'user-save role', 'user-save userId'],
];

describe('the tree of areas (seeds U06)', () => {
  it('lets the city look at its counties, and a county not at its neighbour', async () => {
    const city = await served.as({ name: '市办', areaId: CITY.id });
    const overview = routes.find(({ id }) => id === 'overview')?.endpoint as Endpoint;
    const seen = await Promise.all([CITY, OWN, OTHER].map(({ id }) => statusOf(city, overview, addressOf(overview, id))));
    expect(seen).not.toContain(403);
    const areas = (await (await (people.get('office') as SignedIn).fetch('/api/areas')).json()) as { id: string }[];
    expect(areas.map(({ id }) => id)).toEqual([OWN.id]);
  });
});

describe('what the tables leave out', () => {
  it('is named: endpoints of no area, each with what it is of instead', () => {
    const elsewhere = closed.filter((route) => !inArea(route)).map(({ id }) => id);
    expect(elsewhere.toSorted()).toEqual(OF_NO_AREA.toSorted());
  });
});
const OF_NO_AREA: readonly string[] = [
  // Answers the caller's own areas alone (the tree of areas).
  'areas',
  // Of the text that is handed in, kept nowhere.
  ...['audit', 'audit-copy', 'proof', 'proof-copy'],
  // Of the caller himself.
  ...['my-sessions', 'my-sessions-end', 'password-change', 'second-factor-begin', 'second-factor-off', 'second-factor-on'],
  ...['sign-in-code', 'sign-out'],
  // Of users, whose area is looked at in the row (who keeps the users; attacks.test.ts).
  ...['user-add', 'user-disable', 'user-reset', 'user-save', 'users'],
];

describe('who keeps the users', () => {
  const kept = routes.filter(({ endpoint }) => endpoint.who === 'administrator');

  it('is the administrator alone, and of the own area', async () => {
    for (const { id, endpoint } of kept) {
      expect([id, (await statusOf(administrator, endpoint, addressOf(endpoint, OWN.id))) === 403]).toEqual([id, false]);
      if (endpoint.path.includes(':areaId'))
        expect([id, await statusOf(administrator, endpoint, addressOf(endpoint, OTHER.id))]).toEqual([id, 403]);
    }
  });

  it('does not see, change, reset or disable a user of another area', async () => {
    const { user } = await served.as({ name: '乙县人员', areaId: OTHER.id });
    const { rows } = (await (await administrator.fetch('/api/users')).json()) as { rows: { id: string; areaId: string }[] };
    expect(new Set(rows.map(({ areaId }) => areaId))).toEqual(new Set([OWN.id]));
    const reset = await administrator.fetch(`/api/users/${user.id}/reset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(reset.status).toBe(404);
  });
});

it('every answer of all those calls has its guards in the head', () => {
  expect([...bare]).toEqual([]);
});
