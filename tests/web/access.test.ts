import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  return response.status;
}
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
      expect([id, (await asking('unit_below')) === 403]).toEqual([id, false]);
    }
  });
});

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
