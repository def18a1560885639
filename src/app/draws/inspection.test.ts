import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { userOf } from '../../../tests/support/people.ts';
import { readDocx } from '../../../tests/support/read-docx.ts';
import { problem, WORLD } from '../../../tests/support/store-world.ts';
import type { Category } from '../../core/category.ts';
import { dateAt, instantOf } from '../../core/date.ts';
import { recheckEntries } from '../../ledger/assessment/ledger-entries.ts';
import type { AssessmentItem } from '../../ledger/assessment/scheme.ts';
import { drawHolds } from '../../ledger/draw.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import { checkInspection } from '../../ledger/inspection.ts';
import { appendEvents } from '../../store/problem-events.ts';
import { findProblem } from '../../store/problems.ts';
import { writeRegister } from '../../store/register.ts';
import { changeUser, insertUser, type User } from '../../store/users.ts';
import { unitId } from '../../subjects/unit.ts';
import { projectionOf } from '../ledger/append.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { callerFrom } from '../people/callers.ts';
import { drawFileOf } from './draw-file.ts';
import { enterResult } from './enter-result.ts';
import { holdInspection, type InspectionOrder } from './hold-inspection.ts';
import { viewDrawList } from './list-draws.ts';
import { viewMyInspections } from './my-inspections.ts';
import { publishResults, readPublicInspection, withdrawResults } from './publish-inspection.ts';
import { repeatDraw } from './view-draw.ts';
import { inspectionRow, viewInspection } from './view-inspection.ts';

const areaId = WORLD.county.id;
const UNITS = 5;
const nameOf = (i: number): string => `第${i}局`;
const idOf = (i: number): string => unitId(areaId, nameOf(i));
const ORDER: InspectionOrder = {
  ...{ purpose: '第四季度双随机复查', seed: '20221227-004711', categories: [], unitIds: [], from: null, to: null },
  ...{ size: { percent: 10 }, inspectorsExcluded: [], inspectorCount: null, by: '王主任' },
};
const SESSION = { token: null, door: { address: '127.0.0.1', agent: 'test' } };

/** Struck off: found and rechecked by the office. */
function closed(id: string): ProblemEvent[] {
  const acts = ['found', 'rechecked_fixed', 'closed'] as const;
  return acts.map((act, i) => ({
    ...{ problemId: id, seq: i + 1, act, day: '2022-12-01', at: instantOf('2022-12-01', '09:00'), reason: null, data: {} },
    by: { role: 'office', unitId: null, name: '甲' },
  }));
}

describe('a random recheck of problems struck off (双随机; seeds P05, P06)', () => {
  let database: TestDatabase;
  let app: App;
  let people: User[];
  let drawId: string;

  beforeAll(async () => {
    database = await testDatabase();
    const { db } = database;
    app = { db, now: () => instantOf('2022-12-27', '10:00') } as App;
    const [first] = WORLD.register.units;
    if (!first) throw new Error('the world is empty');
    const plain = { ...first, kind: 'department' as const, aliases: [], namePlates: [] };
    const units = Array.from({ length: UNITS }, (_, i) => ({ ...plain, id: idOf(i), name: nameOf(i), order: i + 10 }));
    const below = {
      ...plain,
      kind: 'sub_unit' as const,
      id: unitId(areaId, '第0局执法队'),
      name: '第0局执法队',
      parentId: idOf(0),
      order: 99,
    };
    await writeRegister(db, { ...WORLD.register, units: [...WORLD.register.units, ...units, below] });
    await appendEvents(
      db,
      Array.from({ length: 100 }, (_, i) => {
        const id = `p${String(i).padStart(3, '0')}`;
        const category: Category = i % 10 === 0 ? 'privacy_leak' : 'column_overdue';
        const events = closed(id) as [ProblemEvent, ...ProblemEvent[]];
        const text = i % 10 === 0 ? '公示表中有 13800138000' : `第${i}个栏目超期未更新，联系人电话 13912345678`;
        const one = problem(id, { unitId: idOf(i % UNITS), channelId: null, category, firstFoundOn: '2022-12-01', text });
        return { problem: one, events, projection: projectionOf(events) };
      }),
    );
    // One of every unit, one of the sub-unit, one of the centre; a reader is never sent.
    people = [
      ...Array.from({ length: UNITS }, (_, i) => userOf(app, { name: `检查员${i}`, role: 'unit', areaId, unitId: idOf(i) })),
      userOf(app, { name: '执法队员', role: 'unit', areaId, unitId: below.id }),
      userOf(app, { name: '中心人员', role: 'centre', areaId }),
      userOf(app, { name: '查阅者', role: 'reader', areaId }),
    ];
    for (const person of people) await insertUser(db, person);
    drawId = await holdInspection(app, areaId, ORDER);
  });
  afterAll(() => database.drop());

  const callerOf = (name: string) => callerFrom(people.find((one) => one.name === name) as User, SESSION);
  const enter = (name: string, problemId: string, outcome: 'fixed' | 'partly' | 'not', words = '栏目仍为空') =>
    enterResult(app, areaId, callerOf(name), { drawId, problemId, outcome, words, proof: '现场截图 3 张' });

  it('draws 10 of 100, and nobody is sent to a matter of the own house', async () => {
    const { record } = await inspectionRow(app, areaId, drawId);
    expect([record.population.length, record.drawn.length, record.inspectors.length]).toEqual([100, 10, UNITS + 2]);
    const unitOf = new Map(people.map(({ id, unitId: own }) => [id, own]));
    for (const { objectId, inspectorId } of record.assignments) {
      const { unitId: concerned } = (await findProblem(app.db, objectId)) as { unitId: string };
      const own = unitOf.get(inspectorId);
      expect(own === unitId(areaId, '第0局执法队') ? idOf(0) : own).not.toBe(concerned);
    }
    expect(record.assignments.find(({ objectId }) => Number(objectId.slice(1)) % UNITS === 0)?.ownUnit).toHaveLength(2);
    expect(Object.values(checkInspection(record))).toEqual([true, true, true, true]);
  });

  it('is repeated from its record alone, and a touched record is known', async () => {
    expect(await repeatDraw(app, areaId, drawId)).toMatchObject({ holds: true, population: 100, steps: { noOwnUnit: true } });
    const { record } = await inspectionRow(app, areaId, drawId);
    const [first, second] = record.assignments;
    if (!first || !second) throw new Error('nothing drawn');
    const swapped = [
      { ...first, inspectorId: second.inspectorId },
      { ...second, inspectorId: first.inspectorId },
      ...record.assignments.slice(2),
    ];
    expect(checkInspection({ ...record, assignments: swapped }).assignments).toBe(false);
    expect(checkInspection({ ...record, seed: 'another' })).toMatchObject({ problems: false });
    expect(checkInspection({ ...record, inspectorsDrawn: record.inspectorsDrawn.slice(1).reverse() }).inspectors).toBe(false);
    expect(drawHolds(record)).toBe(true);
    await expect(app.db.updateTable('draw').set({ madeBy: '乙' }).execute()).rejects.toThrow(/append-only/);
    await expect(
      app.db
        .updateTable('inspection')
        .set({ inspectorId: people[0]?.id as string })
        .execute(),
    ).rejects.toThrow(/append-only/);
  });

  it('takes the same order once, and leaves what still waits out of the next draw, with the reason', async () => {
    const next = await holdInspection(app, areaId, { ...ORDER, purpose: '补充抽查', seed: 'b', size: { count: 5 }, inspectorCount: 3 });
    const view = await viewInspection(app, areaId, next);
    expect([view.drawn.length, view.notDrawn.length, view.excluded.length]).toEqual([5, 85, 10]);
    expect(view.excluded[0]?.reason).toBe('已在“第四季度双随机复查”中抽中，尚未复查');
    expect(view.inspectors.filter(({ drawn }) => drawn)).toHaveLength(3);
  });

  it.each([
    ['a kind', { categories: ['privacy_leak'] as const, size: { percent: 100 } }, 10],
    ['a unit', { unitIds: [idOf(1)], size: { percent: 100 } }, 20],
  ])('draws within %s', async (_what, over, most) => {
    const waiting = await holdInspection(app, areaId, { ...ORDER, ...over, purpose: `只抽${_what}`, seed: `s ${_what}` });
    const { record } = await inspectionRow(app, areaId, waiting);
    expect(record.population.length + record.excluded.length).toBe(most);
    expect(record.frame.join()).toContain(_what === 'a kind' ? '泄露个人隐私' : nameOf(1));
    // So that the other stories have something left to draw.
    await app.db.updateTable('inspection').set({ outcome: 'fixed' }).where('drawId', '=', waiting).where('outcome', 'is', null).execute();
  });

  it.each([
    ['nothing in range', { from: '2023-01-01' }, /没有可以抽取/],
    ['an unknown person', { inspectorsExcluded: [{ id: 'nobody', reason: '出差' }] }, /没有编号为 nobody/],
    ['more people than there are', { inspectorCount: 99 }, /不能从/],
  ])('is refused with %s', async (_what, over, words) => {
    await expect(holdInspection(app, areaId, { ...ORDER, ...over, seed: 'c' })).rejects.toThrow(words);
  });

  it('names who took no part, and why; without a reason nobody is left out', async () => {
    const [someone] = people as [User, ...User[]];
    const left = (reason: string, seed: string) =>
      holdInspection(app, areaId, { ...ORDER, seed, size: { count: 1 }, inspectorsExcluded: [{ id: someone.id, reason }] });
    await expect(left(' ', 'd')).rejects.toThrow(/没有说明理由/);
    const view = await viewInspection(app, areaId, await left('出差', 'e'));
    expect(view.inspectorsExcluded).toEqual([{ id: someone.id, name: someone.name, reason: '出差' }]);
    expect(view.inspectors.map(({ id }) => id)).not.toContain(someone.id);
  });

  it('tells everyone who was drawn, once', async () => {
    const { record } = await inspectionRow(app, areaId, drawId);
    const sent = new Set(record.assignments.map(({ inspectorId }) => inspectorId));
    const told = await app.db.selectFrom('message').select(['recipient', 'title']).where('cause', 'like', `draw ${drawId} %`).execute();
    const names = record.inspectors.filter(({ id }) => sent.has(id)).map(({ name }) => name);
    expect(told.map(({ recipient }) => recipient).sort()).toEqual(names.sort());
  });

  it('shows everyone their own tasks alone', async () => {
    const { record } = await inspectionRow(app, areaId, drawId);
    const rows = await viewMyInspections(app, areaId, callerOf('中心人员').userId);
    const mine = record.assignments
      .filter(({ inspectorId }) => inspectorId === callerOf('中心人员').userId)
      .map(({ objectId }) => objectId);
    expect(
      rows
        .filter((row) => row.drawId === drawId)
        .map(({ problemId }) => problemId)
        .sort(),
    ).toEqual([...mine].sort());
    expect(await viewMyInspections(app, areaId, callerOf('查阅者').userId)).toEqual([]);
  });

  it('takes a result from who was drawn, once; a failed one stands in the ledger again and costs points', async () => {
    const { drawn } = await viewInspection(app, areaId, drawId);
    const [failed] = drawn;
    if (!failed) throw new Error('nothing drawn');
    const other = people.find(({ name }) => name !== failed.inspector.name) as User;
    await expect(enter(other.name, failed.id, 'fixed')).rejects.toMatchObject({ code: 'not-found' });
    await expect(enter(failed.inspector.name, failed.id, 'not', ' ')).rejects.toThrow(/没有写明/);
    expect(await enter(failed.inspector.name, failed.id, 'not')).toEqual({ inLedger: true });
    await expect(enter(failed.inspector.name, failed.id, 'fixed')).rejects.toMatchObject({ code: 'conflict' });
    expect((await findProblem(app.db, failed.id))?.projection.status).toBe('not_rectified');

    const item: AssessmentItem = {
      ...{ id: 'recheck', name: '复查', base: 10, effect: 'deduct', source: 'recheck' },
      ...{ points: 2, milder: 1, cap: null, weights: {} },
    };
    const entries = recheckEntries(await ledgerOf(app.db, areaId), item, { from: '2022-01-01', to: '2022-12-31' });
    expect(entries).toMatchObject([{ points: -2, basis: { kind: 'problem', problemId: failed.id, seq: 4 } }]);
  });

  it('is published when every result is there: the outcome of each problem, nobody named', async () => {
    await expect(publishResults(app, areaId, drawId, '王主任')).rejects.toThrow(/还有 9 个问题没有复查结果/);
    for (const { id, inspector, result } of (await viewInspection(app, areaId, drawId)).drawn)
      if (result === null) await enter(inspector.name, id, id === 'p033' ? 'partly' : 'fixed');
    await publishResults(app, areaId, drawId, '王主任');
    const { page } = await readPublicInspection(app, areaId, drawId);
    expect(page).toMatchObject({ population: 100, drawn: 10, inspectors: UNITS + 2, seed: ORDER.seed });
    expect(page.rows.map(({ outcome }) => outcome).filter((outcome) => outcome === 'not')).toHaveLength(1);
    const text = JSON.stringify(page);
    for (const { name } of people) expect(text).not.toContain(name);
    expect(text).not.toMatch(/13[89]\d{8}/);
    expect((await viewDrawList(app, areaId)).find(({ id }) => id === drawId)).toMatchObject({
      published: true,
      holds: true,
      results: { total: 10, done: 10 },
    });
    await withdrawResults(app, areaId, drawId, { by: '王主任', reason: '有出入' });
    await expect(readPublicInspection(app, areaId, drawId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('prints: a paper with everyone drawn and not drawn, and the lists as a workbook', async () => {
    const { bytes, fileName } = await drawFileOf(app, areaId, drawId, 'docx');
    const { paragraphs, tables } = await readDocx(bytes);
    const text = JSON.stringify([paragraphs, tables]);
    const { drawn, notDrawn } = await viewInspection(app, areaId, drawId);
    expect(fileName).toBe('第四季度双随机复查抽查记录20221227.docx');
    expect([text.includes(ORDER.seed), text.includes(drawn[0]?.inspector.name ?? '?'), text.includes(notDrawn[89]?.id ?? '?')]).toEqual([
      true,
      true,
      true,
    ]);
    const { bytes: book } = await drawFileOf(app, areaId, drawId, 'xlsx');
    expect(Buffer.from(book).subarray(0, 2).toString()).toBe('PK');
  });

  it('sends nobody who has left', async () => {
    await changeUser(app.db, callerOf('中心人员').userId, { disabledAt: app.now() });
    const id = await holdInspection(app, areaId, { ...ORDER, seed: 'after', size: { count: 1 } });
    expect((await viewInspection(app, areaId, id)).inspectors.map(({ name }) => name)).not.toContain('中心人员');
    expect(dateAt((await viewInspection(app, areaId, id)).madeAt)).toBe('2022-12-27');
  });
});
