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
import { account } from '../support/store-world.ts';
import { textOf } from './leak-calls.ts';
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
/** What an administrator keeps of users, and whom of them the workbook holds; what a sweep or a patrol covers; by what a picture is grouped. */
const SAYS_WHO: readonly string[] = [
  ...['key-sweep-order scope', 'patrol-add scope', 'pictures-freshness by', 'pictures-freshness-columns by'],
  ...['user-add administers', 'user-add role', 'user-disable userId', 'user-reset userId'],
  ...['user-save administers', 'user-save role', 'user-save userId', 'users-list-file role'],
];

describe('the tree of areas (seeds U06)', () => {
  it('U06: a city user sees 湘乡市’s accounts, 湘乡市’s user does not see 岳塘区’s, and neither sees the province', async () => {
    const province: Area = { id: 'area_hn', name: '湖南省', level: 'province', parentId: null };
    const [xiangtan, xiangxiang, yuetang] = (['湘潭市', '湘乡市', '岳塘区'] as const).map(
      (name, i): Area => ({ id: `area_xt${i}`, name, level: i === 0 ? 'city' : 'county', parentId: i === 0 ? province.id : 'area_xt0' }),
    ) as [Area, Area, Area];
    for (const area of [province, xiangtan, xiangxiang, yuetang]) {
      const [owner] = [unit(`unit_of_${area.id}`, area)];
      const named = account(`${area.name}发布`, { areaId: area.id, id: `account_of_${area.id}`, unitId: owner.id });
      await writeRegister(served.app.db, { areas: [area], units: [owner], sites: [], columns: [], accounts: [named] });
    }
    const accountsOf = async (who: SignedIn, { id }: Area) => {
      const response = await who.fetch(`/api/areas/${id}/accounts`);
      return response.status === 200
        ? ((await response.json()) as { rows: { name: string }[] }).rows.map(({ name }) => name)
        : response.status;
    };
    const cityUser = await served.as({ name: '市办', areaId: xiangtan.id });
    expect([await accountsOf(cityUser, xiangtan), await accountsOf(cityUser, xiangxiang), await accountsOf(cityUser, yuetang)]).toEqual([
      ['湘潭市发布'],
      ['湘乡市发布'],
      ['岳塘区发布'],
    ]);
    expect(await accountsOf(cityUser, province)).toBe(403);
    const countyUser = await served.as({ name: '县办', areaId: xiangxiang.id });
    expect(await accountsOf(countyUser, xiangxiang)).toEqual(['湘乡市发布']);
    for (const area of [yuetang, xiangtan, province]) expect([area.name, await accountsOf(countyUser, area)]).toEqual([area.name, 403]);
    const provinceUser = await served.as({ name: '省办', areaId: province.id });
    expect(await accountsOf(provinceUser, xiangxiang), 'two steps down').toEqual(['湘乡市发布']);
  });

  it('lets the city look at its counties, and a county not at its neighbour', async () => {
    const city = await served.as({ name: '市办', areaId: CITY.id });
    const overview = routes.find(({ id }) => id === 'overview')?.endpoint as Endpoint;
    const seen = await Promise.all([CITY, OWN, OTHER].map(({ id }) => statusOf(city, overview, addressOf(overview, id))));
    expect(seen).not.toContain(403);
    const areas = (await (await (people.get('office') as SignedIn).fetch('/api/areas')).json()) as { id: string }[];
    expect(areas.map(({ id }) => id)).toEqual([OWN.id]);
  });
});

describe('what two roles hand in', () => {
  const mayHandIn = (role: UserRole): string[] =>
    granted.filter(({ endpoint }) => endpoint.method === 'POST' && reachOf(endpoint.who, role) !== null).map(({ id }) => id);
  const finding = { unitId: 'unit_own', category: 'text_error', foundOn: '2022-12-26', text: '“政策解读”栏目文章错字' };
  const enter = (role: UserRole, text = finding.text) => {
    const body = JSON.stringify({ ...finding, text, url: 'http://127.0.0.1:18080/' });
    return (people.get(role) as SignedIn).fetch(`/api/areas/${OWN.id}/raw-findings`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
    });
  };

  it('U05: a third party enters raw findings, which wait for a person, and what it is drawn to look at; nothing else', async () => {
    expect(
      mayHandIn('third_party')
        .filter((id) => !PAPERS.includes(id))
        .toSorted(),
    ).toEqual(THIRD_PARTY_ENTERS);
    const { problemId } = (await (await enter('third_party')).json()) as { problemId: string };
    const { rows } = (await (await (people.get('office') as SignedIn).fetch(`/api/areas/${OWN.id}/desk`)).json()) as {
      rows: { id: string }[];
    };
    expect(
      rows.map(({ id }) => id),
      'it waits for a person',
    ).toEqual([problemId]);
    const order = JSON.stringify({ problemIds: [problemId], order: { act: 'confirmed' } });
    const confirm = (role: UserRole) =>
      (people.get(role) as SignedIn).fetch(`/api/areas/${OWN.id}/desk-reviews`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: order },
      });
    expect((await confirm('third_party')).status).toBe(403);
    expect((await confirm('centre')).status).toBe(200);
  });

  it('U04: the centre files a finding and confirms what waits; what issues, hands over, closes or decides is refused with 403', async () => {
    const centre = mayHandIn('centre');
    expect(centre).toEqual(expect.arrayContaining(['desk-review', 'card-answer', 'text-decisions', 'problem-recheck']));
    const filed = await enter('centre', '“领导信息”栏目文章错字');
    const { problemId } = (await filed.json()) as { problemId: string };
    expect(filed.status).toBe(200);
    const own = async (path: string) =>
      ((await (await (people.get('centre') as SignedIn).fetch(`/api/areas/${OWN.id}/${path}`)).json()) as { rows: { id: string }[] }).rows;
    expect(await own('desk')).toMatchObject([{ id: problemId, source: { code: 'centre' }, foundByName: 'centre' }]);
    expect((await own('raw-findings')).map(({ id }) => id)).toEqual([problemId]);
    for (const role of ['unit', 'bureau', 'reader'] as const) expect([role, (await enter(role)).status]).toEqual([role, 403]);
    const issuing = routes.filter(({ id }) => /^(notice-(issue|publish|correct)|problem-(hand-over|close|decide))$/.test(id));
    expect(issuing.length).toBeGreaterThanOrEqual(5);
    for (const { id, endpoint } of issuing)
      expect([id, await statusOf(people.get('centre') as SignedIn, endpoint, addressOf(endpoint, OWN.id))]).toEqual([id, 403]);
  });

  it('S06: every act above is a line of the trail, which goes out as a workbook with cut-off and rule', async () => {
    const office = people.get('office') as SignedIn;
    const { rows } = (await (await office.fetch(`/api/areas/${OWN.id}/trail?act=desk-review&size=50`)).json()) as {
      rows: Record<string, string>[];
    };
    expect(rows.map(({ name, outcome }) => `${name} ${outcome}`)).toContain('centre ok');
    const book = await textOf(await office.fetch(`/api/areas/${OWN.id}/trail.xlsx?act=desk-review`));
    for (const words of ['操作留痕', '截至', '规则：', '信息中心', '完成', '第三方' /* nowhere: refused before the line */])
      expect([words, book.includes(words)]).toEqual([words, words !== '第三方']);
    for (const role of USER_ROLE_CODES.filter((one) => one !== 'office'))
      expect([role, (await (people.get(role) as SignedIn).fetch(`/api/areas/${OWN.id}/trail.xlsx`)).status]).toEqual([role, 403]);
  });

  it('S06: what was done for no area is seen by whoever belongs to none, and by nobody else; a login that was refused by nobody', async () => {
    const whole = await served.as({ name: '首任管理员', administers: true });
    const headers = { 'content-type': 'application/json' };
    await whole.fetch('/api/me/password', { method: 'POST', headers, body: JSON.stringify({ password: 'x', newPassword: 'y' }) });
    const tried = JSON.stringify({ login: 'typed-my-password', password: 'x' });
    await fetch(new URL('/api/sign-in', served.url), { method: 'POST', headers, body: tried });
    const office = people.get('office') as SignedIn;
    for (const [who, sees] of [
      [whole, true],
      [office, false],
    ] as const) {
      const page = await (await who.fetch(`/api/areas/${OWN.id}/trail?size=200`)).text();
      const book = await textOf(await who.fetch(`/api/areas/${OWN.id}/trail.xlsx`));
      for (const shown of [page, book]) {
        for (const words of ['首任管理员', '登录没有成功', '未登录'])
          expect([who.user.name, words, shown.includes(words)]).toEqual([who.user.name, words, sees]);
        expect(shown).not.toContain('typed-my-password');
      }
      expect(book.includes('不属于任何地区')).toBe(sees);
    }
  });
});
/** Looked at and handed back, kept nowhere. */
const PAPERS: readonly string[] = ['audit', 'audit-copy', 'proof', 'proof-copy'];
/** Raw findings; what it was drawn by lot to look at; its own inbox. */
const THIRD_PARTY_ENTERS: readonly string[] = [
  ...['inspection-proof-add', 'inspection-result', 'messages-read', 'messages-take'],
  ...['raw-finding-add', 'raw-finding-picture-add', 'raw-findings-workbook'],
];

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
