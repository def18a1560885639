import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { userOf } from '../../../tests/support/people.ts';
import { png } from '../../../tests/support/pictures.ts';
import { readDocx } from '../../../tests/support/read-docx.ts';
import { problem, WORLD } from '../../../tests/support/store-world.ts';
import type { Category } from '../../core/category.ts';
import { dateAt, instantOf } from '../../core/date.ts';
import { sha256 } from '../../core/id.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { apply } from '../../ledger/apply.ts';
import { recheckEntries } from '../../ledger/assessment/ledger-entries.ts';
import type { AssessmentItem } from '../../ledger/assessment/scheme.ts';
import { drawHolds } from '../../ledger/draw.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import { checkInspection } from '../../ledger/inspection.ts';
import { appendEvents, listEvents } from '../../store/problem-events.ts';
import { findProblem } from '../../store/problems.ts';
import { attachProofs, insertProof, listProofs, type Proof } from '../../store/rectify-proofs.ts';
import { writeRegister } from '../../store/register.ts';
import { changeUser, insertUser, type User } from '../../store/users.ts';
import { unitId } from '../../subjects/unit.ts';
import { appendToLedger, projectionOf } from '../ledger/append.ts';
import { ledgerOf } from '../ledger/entries.ts';
import type { App } from '../open.ts';
import { callerFrom } from '../people/callers.ts';
import { publicInspectionPage } from '../public/inspections.ts';
import { addInspectionProof } from './add-inspection-proof.ts';
import { drawFileOf } from './draw-file.ts';
import { enterResult } from './enter-result.ts';
import { holdInspection, type InspectionOrder } from './hold-inspection.ts';
import { viewDrawList } from './list-draws.ts';
import { viewMyInspections } from './my-inspections.ts';
import { correctResults, publishResults, readPublicInspection, withdrawResults } from './publish-inspection.ts';
import { replaceInspector } from './substitute-inspector.ts';
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
const PHOTO = png(9);
const SESSION = { token: null, door: { address: '127.0.0.1', agent: 'test' } };

/** Struck off: found and rechecked by the office. */
function closed(id: string): ProblemEvent[] {
  const acts = ['found', 'rechecked_fixed', 'closed'] as const;
  return acts.map((act, i) => ({
    ...{ problemId: id, seq: i + 1, act, day: '2022-12-01', at: instantOf('2022-12-01', '09:00'), reason: null, data: {} },
    by: { role: 'office', unitId: null, name: '甲' },
  }));
}

describe('P05: a random recheck of problems struck off (双随机), and P06', () => {
  let database: TestDatabase;
  let app: App;
  let people: User[];
  let drawId: string;
  let blobFolder: string;

  beforeAll(async () => {
    database = await testDatabase();
    const { db } = database;
    blobFolder = await mkdtemp(join(tmpdir(), 'inspection-'));
    app = { db, blobs: folderStore(blobFolder), now: () => instantOf('2022-12-27', '10:00') } as App;
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
  afterAll(async () => {
    await database.drop();
    await rm(blobFolder, { recursive: true, force: true });
  });

  const callerOf = (name: string) => callerFrom(people.find((one) => one.name === name) as User, SESSION);
  const enter = (name: string, problemId: string, outcome: 'fixed' | 'partly' | 'not', words = '栏目仍为空') =>
    enterResult(app, areaId, callerOf(name), { drawId, problemId, outcome, words, proof: '现场截图 3 张', proofIds: [] });

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
    expect(Object.values(checkInspection(record))).toEqual([true, true, true, true, true]);
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
    const paged = await viewInspection(app, areaId, next, { page: 5, size: 20 });
    expect(paged).toEqual({ ...view, notDrawn: view.notDrawn.slice(80), notDrawnOf: { total: 85, page: 5, size: 20 } });
    expect((await viewInspection(app, areaId, next, { page: 6, size: 20 })).notDrawn).toEqual([]);
    expect(view.inspectors.filter(({ drawn }) => drawn === 'first')).toHaveLength(3);
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
    const rows = await viewMyInspections(app, areaId, callerOf('中心人员'));
    const mine = record.assignments
      .filter(({ inspectorId }) => inspectorId === callerOf('中心人员').userId)
      .map(({ objectId }) => objectId);
    expect(
      rows
        .filter((row) => row.drawId === drawId)
        .map(({ problemId }) => problemId)
        .sort(),
    ).toEqual([...mine].sort());
    expect(await viewMyInspections(app, areaId, callerOf('查阅者'))).toEqual([]);
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

  it('keeps a photograph by its bytes, with hash, day and person, beside the outcome and in the ledger', async () => {
    const { drawn } = await viewInspection(app, areaId, drawId);
    const task = drawn.find(({ result }) => result === null);
    const before = drawn.find(({ result }) => result !== null);
    if (!task || !before) throw new Error('nothing left');
    const place = { drawId, problemId: task.id };
    const caller = callerOf(task.inspector.name);
    const hand = (bytes: Uint8Array, who = caller) => addInspectionProof(app, areaId, place, { name: '../现场.exe', bytes }, who);
    await expect(hand(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).rejects.toThrow(/不能上传这种文件/);
    const other = callerOf(people.find(({ name }) => name !== task.inspector.name)?.name as string);
    await expect(hand(PHOTO, other)).rejects.toMatchObject({ code: 'not-found' });
    const file = await hand(PHOTO);
    expect(file).toMatchObject({
      fileName: '现场.png',
      kind: 'png',
      picture: true,
      by: task.inspector.name,
      day: '2022-12-27',
      hash: sha256(PHOTO),
    });
    // Closing the page in between loses nothing.
    const waiting = (await viewMyInspections(app, areaId, caller)).find(({ problemId }) => problemId === task.id)?.waiting;
    expect(waiting).toMatchObject([{ id: file.id }]);
    const result = (proofIds: readonly string[]) =>
      enterResult(app, areaId, caller, { ...place, outcome: 'fixed', words: '', proof: '', proofIds });
    await expect(result([])).rejects.toThrow(/没有依据/);
    await expect(result(['nothing'])).rejects.toMatchObject({ code: 'refused' });
    await result([file.id]);
    const shown = (await viewInspection(app, areaId, drawId)).drawn.find(({ id }) => id === task.id)?.result;
    expect(shown?.files).toMatchObject([{ id: file.id, hash: sha256(PHOTO), by: task.inspector.name }]);
    const [bound] = await listProofs(app.db, areaId, task.id);
    expect(bound?.eventSeq).toBe(4);
    // The same photograph stood for another problem already: told to who checks, not to a reader nor in what is printed.
    await insertProof(app.db, { ...(bound as Proof), problemId: before.id, id: 'other' });
    await attachProofs(app.db, areaId, before.id, ['other'], 4);
    const sameSeenBy = async (role: 'office' | 'reader' | null) => {
      const seen = role && { role, scope: { units: null, categories: null } };
      const { drawn } = await viewInspection(app, areaId, drawId, null, seen);
      return drawn.find(({ id }) => id === task.id)?.result?.files[0]?.same;
    };
    expect(await sameSeenBy('office')).toMatchObject([{ grade: 'same', problemId: before.id }]);
    for (const role of ['reader', null] as const) expect(await sameSeenBy(role)).toEqual([]);
    await expect(hand(PHOTO)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('draws a substitute for who leaves, by the same seed; what is done stays, and the draw is repeated as before', async () => {
    const before = await viewInspection(app, areaId, drawId);
    const leaving = before.inspectors.find(({ open }) => open > 0);
    if (!leaving) throw new Error('nobody has anything left');
    const waits = before.drawn.filter(({ inspector, result }) => inspector.id === leaving.id && result === null).map(({ id }) => id);
    const replace = (inspectorId: string, reason: string) => replaceInspector(app, areaId, drawId, { inspectorId, reason, by: '王主任' });
    await expect(replace('nobody', '调离')).rejects.toMatchObject({ code: 'not-found' });
    await expect(replace(leaving.id, ' ')).rejects.toThrow(/没有说明理由/);
    // Two at once: one of them finds that nothing waits any more.
    const both = await Promise.allSettled([replace(leaving.id, '生病住院'), replace(leaving.id, '调离')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const view = await viewInspection(app, areaId, drawId);
    const [kept] = view.substitutions;
    expect(view.substitutions).toMatchObject([{ leaving: leaving.name, by: '王主任' }]);
    expect(['生病住院', '调离']).toContain(kept?.reason);
    expect(kept?.substitutes.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(waits.length);
    for (const { id, inspector, insteadOf, passedOver } of view.drawn) {
      expect(insteadOf).toEqual(waits.includes(id) ? [leaving.name] : []);
      expect(passedOver).not.toContain(inspector.name);
      if (waits.includes(id)) expect(inspector.id).not.toBe(leaving.id);
    }
    expect(Object.values(view.check)).toEqual([true, true, true, true, true]);
    expect(await repeatDraw(app, areaId, drawId)).toMatchObject({ holds: true, steps: { substitutes: true } });
    const [first = ''] = waits;
    await expect(enter(leaving.name, first, 'fixed')).rejects.toMatchObject({ code: 'not-found' });
    const told = await app.db.selectFrom('message').select('recipient').where('cause', 'like', `draw ${drawId} % 0`).execute();
    expect(told.map(({ recipient }) => recipient).sort()).toEqual(kept?.substitutes.map(({ name }) => name).sort());
    // Nobody is sent by hand, and what was written of it stays.
    const touched = app.db
      .updateTable('inspection')
      .set({ inspectorId: leaving.id })
      .where('problemId', '=', first)
      .where('drawId', '=', drawId);
    await expect(touched.execute()).rejects.toThrow(/append-only/);
    await expect(app.db.updateTable('inspectionSubstitution').set({ byName: '乙' }).execute()).rejects.toThrow(/append-only/);
  });

  it('is published when every result is there: the outcome of each problem, nobody named', async () => {
    await expect(publishResults(app, areaId, drawId, '王主任')).rejects.toThrow(/还有 8 个问题没有复查结果/);
    for (const { id, inspector, result } of (await viewInspection(app, areaId, drawId)).drawn)
      if (result === null) await enter(inspector.name, id, 'fixed');
    await publishResults(app, areaId, drawId, '王主任');
    const { page } = await readPublicInspection(app, areaId, drawId);
    expect(page).toMatchObject({ population: 100, drawn: 10, inspectors: UNITS + 2, substitutions: 1, seed: ORDER.seed });
    expect(page.rows.map(({ outcome }) => outcome).filter((outcome) => outcome === 'not')).toHaveLength(1);
    const text = JSON.stringify(page);
    expect(text).not.toMatch(/生病|调离/);
    for (const { name } of people) expect(text).not.toContain(name);
    expect(text).not.toMatch(/13[89]\d{8}/);
    expect((await viewDrawList(app, areaId)).find(({ id }) => id === drawId)).toMatchObject({
      published: true,
      holds: true,
      results: { total: 10, done: 10 },
    });
    // Taken back since: nobody goes on reading that its unit has not put it right.
    const shown = () => publicInspectionPage(app, areaId, drawId, false, 'standard');
    const id = page.rows.find(({ outcome }) => outcome === 'not')?.problemId as string;
    expect(await shown()).toMatch(/已整改 9 个，未整改 1 个/);
    const { status } = await app.db.selectFrom('problem').select('status').where('id', '=', id).executeTakeFirstOrThrow();
    await app.db.updateTable('problem').set({ status: 'withdrawn' }).where('id', '=', id).execute();
    expect(await shown()).toMatch(/已整改 9 个，经核实不成立 1 个/);
    expect(await shown()).not.toContain('未整改');
    // The inner page, the list and the paper say the same.
    const inner = (await viewInspection(app, areaId, drawId)).drawn;
    expect(inner.filter(({ takenBack }) => takenBack).map((row) => row.id)).toEqual([id]);
    const inList = (await viewDrawList(app, areaId)).find((row) => row.id === drawId)?.results;
    const failed = inner.filter((row) => !row.takenBack && row.result?.code !== 'fixed').length;
    expect(inList).toEqual({ total: 10, done: 10, failed, released: 0 });
    const protocol = await readDocx((await drawFileOf(app, areaId, drawId, 'docx')).bytes);
    expect(JSON.stringify(protocol)).toContain('经核实不成立');
    expect(JSON.stringify(protocol)).not.toContain('未整改');
    // The office is told, and says so publicly with a reason: once for each line.
    const told = async () => (await viewInspection(app, areaId, drawId)).published;
    expect(await told()).toMatchObject({ corrections: [], uncorrected: 1 });
    await correctResults(app, areaId, drawId, '栏目已移交，联系人13812345678');
    expect(await told()).toMatchObject({ corrections: [{ reason: expect.stringContaining('栏目已移交'), count: 1 }], uncorrected: 0 });
    const place = page.rows.findIndex(({ problemId }) => problemId === id) + 1;
    expect(await shown()).toMatch(new RegExp(`更正</dt><dd>\\d{4}年.*：第${place}项经核实不成立。栏目已移交`, 'u'));
    expect(await shown()).not.toContain('13812345678');
    await expect(correctResults(app, areaId, drawId, '再来一次')).rejects.toMatchObject({ code: 'refused' });
    await publishResults(app, areaId, drawId, '王主任');
    expect((await told())?.corrections, 'put there anew it goes on saying so').toHaveLength(1);
    await app.db.updateTable('problem').set({ status }).where('id', '=', id).execute();
    await withdrawResults(app, areaId, drawId, { by: '王主任', reason: '有出入' });
    expect((await viewInspection(app, areaId, drawId)).published?.withdrawn).toEqual({ by: '王主任', reason: '有出入' });
    await expect(readPublicInspection(app, areaId, drawId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(correctResults(app, areaId, drawId, '晚了')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('prints: a paper with everyone drawn and not drawn, and the lists as a workbook', async () => {
    const { bytes, fileName } = await drawFileOf(app, areaId, drawId, 'docx');
    const { paragraphs, tables } = await readDocx(bytes);
    const text = JSON.stringify([paragraphs, tables]);
    const { drawn, notDrawn } = await viewInspection(app, areaId, drawId);
    expect(fileName).toBe('第四季度双随机复查抽查记录20221227.docx');
    const [replaced] = (await viewInspection(app, areaId, drawId)).substitutions;
    const printed = [
      ORDER.seed,
      drawn[0]?.inspector.name,
      notDrawn[89]?.id,
      replaced?.reason,
      `现场.png（SHA-256 ${sha256(PHOTO).slice(0, 12)}`,
    ];
    for (const words of printed) expect(text).toContain(words);
    const { bytes: book } = await drawFileOf(app, areaId, drawId, 'xlsx');
    expect(Buffer.from(book).subarray(0, 2).toString()).toBe('PK');
  });

  it('leaves out who was taken back before anybody looked: told with the day, counted nowhere, owed again once put back', async () => {
    const id = await holdInspection(app, areaId, { ...ORDER, purpose: '年末补抽', seed: 'released', size: { count: 3 } });
    const act = async (problemId: string, acts: readonly ['reopened' | 'withdrawn', string][]) => {
      for (const [name, day] of acts) {
        const [one, events] = [await findProblem(app.db, problemId), await listEvents(app.db, problemId)];
        if (!one) throw new Error('no problem');
        const by = { role: 'office', unitId: null, name: '王主任' } as const;
        const event = apply(one, events, { act: name, day, at: app.now(), by, reason: '栏目早已移交' });
        await app.db.transaction().execute((trx) => appendToLedger(trx, [{ problem: one, events }], { events: [event] }));
      }
    };
    const view = () => viewInspection(app, areaId, id);
    const enterHere = (row: { id: string; inspector: { name: string } } | undefined) => {
      const asked = { drawId: id, problemId: row?.id ?? '', outcome: 'fixed' as const, words: '', proof: '现场', proofIds: [] };
      return enterResult(app, areaId, callerOf(row?.inspector.name ?? ''), asked);
    };
    const [gone, first, second] = (await view()).drawn;
    const goneId = gone?.id ?? '';
    await act(goneId, [
      ['reopened', '2022-12-20'],
      ['withdrawn', '2022-12-21'],
    ]);
    await expect(enterHere(gone)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('已经撤销') });
    await enterHere(first);
    await expect(publishResults(app, areaId, id, '王主任')).rejects.toThrow(/还有 1 个问题没有复查结果/);
    await enterHere(second);
    const mine = await viewMyInspections(app, areaId, callerOf(gone?.inspector.name ?? ''));
    expect(mine.find((task) => task.drawId === id && task.problemId === goneId)).toMatchObject({ releasedOn: '2022-12-21', result: null });
    expect((await view()).inspectors.every(({ open }) => open === 0)).toBe(true);
    const inList = async () => (await viewDrawList(app, areaId)).find((row) => row.id === id)?.results;
    expect(await inList()).toEqual({ total: 2, done: 2, failed: 0, released: 1 });
    await publishResults(app, areaId, id, '王主任');
    const shown = await publicInspectionPage(app, areaId, id, false, 'standard');
    expect(shown).toContain('已整改 2 个，复查前撤销 1 个');
    expect(shown).toContain('<td>经核实不成立，2022-12-21撤销，未复查</td>');
    const paper = JSON.stringify(await readDocx((await drawFileOf(app, areaId, id, 'docx')).bytes));
    expect(paper).toContain('经核实不成立，2022-12-21撤销，未复查');
    expect((await view()).published).toMatchObject({ uncorrected: 0, putBack: 0 });
    // Put back: the office reads that its page no longer holds, and who was drawn has to look after all.
    await act(goneId, [['reopened', '2022-12-22']]);
    expect((await view()).published).toMatchObject({ putBack: 1 });
    expect(await inList()).toEqual({ total: 3, done: 2, failed: 0, released: 0 });
    expect(await enterHere(gone)).toEqual({ inLedger: true });
  });

  it('sends nobody who has left', async () => {
    await changeUser(app.db, callerOf('中心人员').userId, { disabledAt: app.now() });
    const id = await holdInspection(app, areaId, { ...ORDER, seed: 'after', size: { count: 1 } });
    expect((await viewInspection(app, areaId, id)).inspectors.map(({ name }) => name)).not.toContain('中心人员');
    expect(dateAt((await viewInspection(app, areaId, id)).madeAt)).toBe('2022-12-27');
  });
});
