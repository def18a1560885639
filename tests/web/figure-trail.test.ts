import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import type { noticeFigure } from '../../src/contract/endpoints/notice-figure.ts';
import type { problem } from '../../src/contract/endpoints/problem.ts';
import type { trail } from '../../src/contract/endpoints/trail.ts';
import { instantOf } from '../../src/core/date.ts';
import { parsePeriod } from '../../src/core/period.ts';
import { fullMonth, problem as printed, site } from '../../src/notice/testing/fixtures.ts';
import { putPeriod } from '../../src/store/periods.ts';
import type { SignedIn } from '../support/people.ts';
import { WORLD } from '../support/store-world.ts';
import { machineFinds, seedDesk } from './desk-world.ts';
import { type Served, serveApp } from './serve.ts';
import { draft } from './workshop.ts';

const { county, housing } = WORLD;
const FOUND = 3;
let served: Served;
let factId: string;
let editor: SignedIn;
let second: SignedIn;
let centre: SignedIn;
let unit: SignedIn;
beforeAll(async () => {
  served = await serveApp(null);
  factId = await seedDesk(served.app);
  served.app.now = () => instantOf('2022-12-28', '10:00');
  editor = await served.as({ areaId: county.id });
  second = await served.as({ name: '赵主任', areaId: county.id });
  centre = await served.as({ name: '李强', role: 'centre', areaId: county.id });
  unit = await served.as({ name: '周工', role: 'unit', areaId: county.id, unitId: housing.id });
});
afterAll(() => served?.stop());

async function call<T = { ok: true }>(who: SignedIn, path: string, body?: object): Promise<T> {
  const json = { 'content-type': 'application/json' };
  const init = body ? { method: 'POST', headers: json, body: JSON.stringify(body) } : {};
  const response = await who.fetch(`/api/areas/${county.id}${path}`, init);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}
const trailOf = async (thing: string) =>
  (await call<z.output<(typeof trail)['output']>>(editor, `/trail?thing=${thing}`)).rows.map(({ act, name, outcome }) => [
    act,
    name,
    outcome,
  ]);

it('a number of an issued notice leads to the rows, their entries in the ledger, the acts and who asked for them (S06, U03, U04)', async () => {
  const ids = await machineFinds(served.app, factId, Array(FOUND).fill({ category: 'guide_error' }));
  await call(centre, '/desk-reviews', { problemIds: ids, order: { act: 'confirmed' } });
  await putPeriod(served.app.db, { ...parsePeriod('2022-12'), areaId: county.id, cutoff: '2022-12-27', closedAt: null });
  const place = site(housing.name, { verdict: 'fail' });
  const month = fullMonth(FOUND);
  const problems = ids.map((id, i) => printed(place, 'guide_error', `联系电话有误${i}`, { id, handing: 'first' }));
  const noticeId = await draft(served.app.db, county.id, 'traced', '2022-12', 'monthly-monitoring', {
    ...month,
    channels: [...month.channels, place],
    problems,
  });
  await served.app.db.updateTable('notice').set({ disagreements: '[]' }).where('id', '=', noticeId).execute();
  const decision = { version: 0, note: null };
  await call(editor, `/notices/${noticeId}/submit`, decision);
  await call(second, `/notices/${noticeId}/review`, { ...decision, approve: true });
  for (const who of [centre, unit]) {
    const refused = await who.fetch(`/api/areas/${county.id}/notices/${noticeId}/issue`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(decision) },
    });
    expect(refused.status, 'neither centre nor unit issues').toBe(403);
  }
  await call(editor, `/notices/${noticeId}/issue`, decision);
  await call(unit, '/problems/receive', { problemIds: ids });

  const notice = await call<{ figures: { id: string; printed: string }[] }>(editor, `/notices/${noticeId}`);
  const traced = new Set<string>();
  for (const { id, printed: number } of notice.figures) {
    const figure = await call<z.output<(typeof noticeFigure)['output']>>(editor, `/notices/${noticeId}/figures/${encodeURIComponent(id)}`);
    expect(figure.printed).toBe(number);
    expect(figure.how, 'every number says how it came about').not.toBe('');
    for (const row of figure.rows) for (const one of row.problems) traced.add(one);
  }
  expect([...traced].toSorted()).toEqual(ids.toSorted());

  for (const id of traced) {
    const { events } = await call<z.output<(typeof problem)['output']>>(editor, `/problems/${id}`);
    expect(events.map(({ act, by }) => [act.code, by.name])).toEqual([
      ['found', '明察'],
      ['confirmed', '李强'],
      ['handed_over', '王敏'],
      ['received', '周工'],
    ]);
    expect(events[0]?.evidence, 'what the finding rests on').toHaveLength(1);
    // Acts on many at once are found under each of them.
    expect(await trailOf(id)).toEqual([
      ['problem-receive', '周工', 'ok'],
      ['desk-review', '李强', 'ok'],
    ]);
  }
  expect(await trailOf(noticeId)).toEqual([
    ['notice-issue', '王敏', 'ok'],
    ['notice-review', '赵主任', 'ok'],
    ['notice-submit', '王敏', 'ok'],
  ]);
});
