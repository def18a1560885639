import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAreaSettings, writeAreaSettings } from '../../src/app/area-settings.ts';
import { reachOf } from '../../src/contract/who.ts';
import type { Category } from '../../src/core/category.ts';
import { USER_ROLE_CODES, type UserRole } from '../../src/core/role.ts';
import { loadRoutes } from '../../src/server/load-routes.ts';
import { navFor } from '../../web/app/nav.ts';
import type { SignedIn } from '../support/people.ts';
import { callOf, inputOf, PNG, textOf } from './leak-calls.ts';
import { HERE, MARKS, type Mark, seedLeaks, unitOf } from './leak-world.ts';
import { type Served, serveApp } from './serve.ts';

/** Words that stand in a severe problem, and nowhere else. */
const SECRET = '绝密词';
const [OWN] = MARKS;
const routes = await loadRoutes();
let served: Served;
let drawId = '';
const people = new Map<UserRole, SignedIn>();
beforeAll(async () => {
  served = await serveApp(null);
  const { db, blobs } = served.app;
  await seedLeaks(db, await blobs.put(PNG));
  const words = { category: 'serious_misstatement', placeLabel: SECRET, text: SECRET } as const;
  await db.updateTable('problem').set(words).where('id', 'like', `${OWN}%`).execute();
  const draws = await db.selectFrom('draw').select('id').execute();
  drawId = draws.find(({ id }) => id.startsWith(OWN))?.id ?? '';
  for (const role of ['office', 'centre', 'unit', 'bureau', 'reader', 'third_party'] as const) {
    const unitId = role === 'unit' ? unitOf(OWN) : null;
    const fields: Category[] = role === 'bureau' ? ['serious_misstatement'] : [];
    people.set(role, await served.as({ role, name: `某${role}`, areaId: HERE, unitId, fields }));
  }
});
afterAll(() => served?.stop());

/** Endpoints whose answer to a role holds the words, whatever is asked of the row they stand in. */
async function tellers(role: UserRole): Promise<string[]> {
  const found: string[] = [];
  const ids = Object.fromEntries(MARKS.map((mark) => [mark, drawId])) as Record<Mark, string>;
  for (const { id, endpoint } of routes) {
    if (endpoint.method !== 'GET' || (typeof endpoint.who !== 'string' && reachOf(endpoint.who, role) === null)) continue;
    const { address, init } = callOf(
      endpoint,
      inputOf(endpoint, () => OWN, ids),
    );
    const response = await (people.get(role) as SignedIn).fetch(address, init);
    if ((await textOf(response)).includes(SECRET)) found.push(id);
  }
  return found;
}
const problems = async (role: UserRole) =>
  (await (await (people.get(role) as SignedIn).fetch(`/api/areas/${HERE}/problems`)).json()) as { total: number };

it('S04: a severe finding is visible to three roles only: in lists, alone, by facets and in workbooks', async () => {
  const seen = ['problem', 'problems', 'problems-file'];
  for (const role of ['office', 'centre', 'unit'] as const) expect(await tellers(role), role).toEqual(expect.arrayContaining(seen));
  for (const role of ['bureau', 'reader', 'third_party'] as const) expect(await tellers(role), role).toEqual([]);
  const facets = await (await (people.get('reader') as SignedIn).fetch(`/api/areas/${HERE}/problem-facets`)).text();
  expect(facets).not.toContain('serious_misstatement');
});

it('where words of severe findings are all there is, and in drafts, the door is shut with a word who may enter', async () => {
  const reader = people.get('reader') as SignedIn;
  for (const path of ['text-errors', 'external-hosts', `notices/${OWN}-n`, `notices/${OWN}-n/draft`]) {
    const answer = await reader.fetch(`/api/areas/${HERE}/${path}`);
    expect([path, answer.status]).toEqual([path, 403]);
    expect(await answer.text()).toContain('知悉范围：政务公开办、信息中心、责任单位');
  }
});

it('the menu offers no door that the closed list shuts, and every one it opens', async () => {
  for (const role of USER_ROLE_CODES) {
    const who = people.get(role) as SignedIn;
    const areas = (await (await who.fetch('/api/areas')).json()) as { id: string; knowsGrave: boolean }[];
    const knowsGrave = areas.find(({ id }) => id === HERE)?.knowsGrave ?? false;
    expect([role, knowsGrave]).toEqual([role, ['office', 'centre', 'unit'].includes(role)]);
    const offered = navFor({ role, administers: false, knowsGrave }).flatMap(({ pages }) => pages);
    const grave = offered.flatMap(({ to, grave }) => (grave ? [to.replace('/areas/$areaId/', '')] : []));
    for (const path of ['text-errors', 'external-hosts'])
      if (['office', 'centre', 'reader'].includes(role))
        expect([role, path, grave.includes(path)]).toEqual([role, path, (await who.fetch(`/api/areas/${HERE}/${path}`)).status === 200]);
  }
});

it('the closed list is the area’s own; office and unit are always in it', async () => {
  const { db } = served.app;
  const before = (await problems('reader')).total;
  const { messages } = await readAreaSettings(db, HERE);
  await writeAreaSettings(db, HERE, { messages: { ...messages, graveRoles: ['office', 'unit', 'reader'] } });
  expect((await problems('reader')).total).toBe(before + 1);
  expect(await tellers('centre')).toEqual([]);
  const areas = await (await (people.get('centre') as SignedIn).fetch('/api/areas')).json();
  expect(areas).toContainEqual(expect.objectContaining({ id: HERE, knowsGrave: false }));
  await expect(writeAreaSettings(db, HERE, { messages: { ...messages, graveRoles: ['office'] } })).rejects.toThrow();
});
