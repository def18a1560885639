import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { jpeg, photo, png } from '../../../tests/support/pictures.ts';
import { readDocx } from '../../../tests/support/read-docx.ts';
import { observation, WORLD } from '../../../tests/support/store-world.ts';
import { draft } from '../../../tests/web/workshop.ts';
import type { Category } from '../../core/category.ts';
import { type CalendarDate, instantOf } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import type { Scope } from '../../core/role.ts';
import { addWorkingDays, WORK_CALENDAR } from '../../core/work-calendar.ts';
import { makeFact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { PRINT_METHOD } from '../../extract/picture-print.ts';
import { enterProblem } from '../../ledger/entry.ts';
import { stockOf } from '../../ledger/stock.ts';
import { docxOf } from '../../notice/testing/docx-of.ts';
import { fullMonth, problem as printed, site as printedSite } from '../../notice/testing/fixtures.ts';
import { insertFacts } from '../../store/facts.ts';
import { insertJudgement } from '../../store/judgements.ts';
import { findNotice } from '../../store/notices.ts';
import { putPeriod } from '../../store/periods.ts';
import { picturesToPrint } from '../../store/picture-prints.ts';
import { listEvents } from '../../store/problem-events.ts';
import { findProblem } from '../../store/problems.ts';
import { startQueue } from '../../store/queue.ts';
import { openOrders } from '../../store/rectify-orders.ts';
import { writeRegister } from '../../store/register.ts';
import { findRun, finishRunIfComplete } from '../../store/runs.ts';
import { putSetting } from '../../store/settings.ts';
import { claimTarget, finishTarget, listTargets } from '../../store/targets.ts';
import { upsertUnits } from '../../store/units.ts';
import { type Unit, unitId } from '../../subjects/unit.ts';
import { settingsOf } from '../area-settings.ts';
import { appendToLedger } from '../ledger/append.ts';
import { ledgerOf } from '../ledger/entries.ts';
import { noteWaiting } from '../likeness/note-waiting.ts';
import { viewInbox } from '../messages/inbox.ts';
import { correctNotice } from '../notices/correct-notice.ts';
import { issueNotice } from '../notices/issue-notice.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { withSubUnits } from '../people/callers.ts';
import { todayOf } from '../views/area-of.ts';
import { viewProblem } from '../views/problem.ts';
import { ownRange } from '../views/range.ts';
import { askReports, viewAskable } from './ask-reports.ts';
import { handOverProblems } from './hand-over-problems.ts';
import { ledgerFile } from './ledger-file.ts';
import { viewMyUnit } from './my-unit.ts';
import { closeProblems, decideProblems, recheckProblems } from './office-acts.ts';
import { orderLooks } from './order-looks.ts';
import { addProof, readProof } from './proofs.ts';
import { remindOfReports } from './remind-reports.ts';
import { reportForm } from './report-form.ts';
import { reportsFile } from './reports-file.ts';
import { readReport, takeReport } from './take-report.ts';
import { answerProblem, disputeProblem, receiveProblems } from './unit-acts.ts';
import { unitStocksFile, viewUnitStocks } from './unit-stocks.ts';
import { viewRectification } from './view-rectification.ts';
import { viewReports } from './view-reports.ts';
import { workOrders } from './work-orders.ts';

const areaId = WORLD.county.id;
const [first] = WORLD.register.units;
if (!first) throw new Error('the world is empty');
const named = (name: string, i: number, rest = {}) => ({
  ...first,
  id: unitId(areaId, name),
  name,
  aliases: [],
  namePlates: [],
  order: i + 10,
  ...rest,
});
const OFFICES = Array.from({ length: 12 }, (_, i) => named(`第${i + 1}局`, i));
const VILLAGE = named('大阿居委会', 30, { kind: 'community', parentId: WORLD.town.id });
const UNITS = [...WORLD.register.units, ...OFFICES, VILLAGE];

const WHOLE: Scope = { units: null, categories: null };
const person = (role: Caller['role'], rest: Partial<Caller> = {}): Caller => ({
  ...{ userId: role, name: `${role}甲`, role, areaId, unitId: null, administers: false, scope: WHOLE, token: null },
  ...{ door: { address: '127.0.0.1', agent: 'test' } },
  ...rest,
});
const ofUnit = (id: string): Caller => person('unit', { unitId: id, scope: { units: withSubUnits(UNITS, id), categories: null } });
const OFFICE = person('office');
const CENTRE = person('centre');
const HOUSING = ofUnit(WORLD.housing.id);
const TOWN = ofUnit(WORLD.town.id);

const [, SECOND] = WORLD.register.accounts;
if (!SECOND) throw new Error('the world has one account');

let database: TestDatabase;
let app: App;
let home: string;
let today: CalendarDate = '2024-09-27';
beforeAll(async () => {
  database = await testDatabase();
  home = mkdtempSync(join(tmpdir(), 'mingcha-rectify-'));
  app = { db: database.db, databaseUrl: database.url, blobs: folderStore(home), now: () => instantOf(today, '10:00') } as App;
  await writeRegister(app.db, { ...WORLD.register, units: UNITS });
});
afterAll(async () => {
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

let made = 0;
/** A confirmed problem of a unit; `machine`: found by a check on the site of the county's housing office. */
async function open(unit: string, { category = 'guide_error' as Category, machine = false } = {}): Promise<string> {
  const by = machine
    ? ({ role: 'machine', unitId: null, name: '明察' } as const)
    : ({ role: 'office', unitId: null, name: '王敏' } as const);
  made += 1;
  const { problem, event } = enterProblem(
    {
      ...{ areaId, unitId: unit, channelId: machine ? WORLD.site.id : null, category, measured: {}, foundOn: today },
      ...{ place: { label: `信息公开指南第${made}项`, url: null }, text: `联系电话有误（第${made}处）` },
      ...(machine ? { fingerprint: `print ${made}` } : {}),
    },
    { at: app.now(), by, data: machine ? { check: 'column-overdue', subject: WORLD.column.id, evidence: ['f'] } : {} },
    WORK_CALENDAR,
  );
  const confirmed = { ...event, seq: 2, act: 'confirmed', by: { role: 'office', unitId: null, name: '王敏' }, data: {} } as const;
  await appendToLedger(app.db, [], { opened: [{ problem, event }], events: machine ? [confirmed] : [] });
  return problem.id;
}
const handOver = (ids: readonly string[], caller = OFFICE) =>
  handOverProblems(app, areaId, { problemIds: ids, term: null, clause: '整改通知' }, caller);
const statusOf = async (id: string) => (await findProblem(app.db, id))?.projection.status;
const rejects = (work: Promise<unknown>, message: RegExp) => expect(work).rejects.toThrow(message);
/** What an inbox holds about problems, oldest first, as `title | link`. */
const told = async (name: string): Promise<string[]> =>
  (await viewInbox(app, areaId, { names: [name], kinds: ['hand_over', 'dispute', 'decision'] }, { number: 1, size: 50 })).rows
    .map(({ title, link }) => `${title} | ${link}`)
    .reverse();
const CHECKED = { reason: '已打开页面核对', proofIds: [], day: null };

describe('hand-over', () => {
  it('P02, P03, P04, P14: many at once, each with its deadline; the gravest the same day; a receipt by the unit, then closing', async () => {
    const [usual, grave] = [await open(WORLD.housing.id), await open(WORLD.housing.id, { category: 'serious_misstatement' })];
    const due = new Map((await handOver([usual, grave])).map((one) => [one.problemId, one.due]));
    expect([due.get(usual), due.get(grave)]).toEqual(['2024-10-10', '2024-09-27']);
    await rejects(receiveProblems(app, areaId, [usual, grave], TOWN), /没有这个问题/);
    expect(await receiveProblems(app, areaId, [usual, grave], HOUSING)).toBe(2);
    expect((await viewRectification(app, areaId, usual, HOUSING)).receipt).toEqual({ day: today, by: 'unit甲' });
    await answerProblem(app, areaId, { problemId: usual, text: '已更正电话', proofIds: [] }, HOUSING);
    // P04: the unit's word is no finding.
    expect(await viewRectification(app, areaId, usual, OFFICE)).toMatchObject({
      claim: { text: '已更正电话' },
      finding: { name: '未复核' },
    });
    await recheckProblems(app, areaId, { problemIds: [usual], result: 'not', ...CHECKED }, CENTRE);
    expect(await viewRectification(app, areaId, usual, OFFICE)).toMatchObject({ claim: { day: today }, finding: { name: '否' } });
    await rejects(closeProblems(app, areaId, { problemIds: [usual], reason: '', proofIds: [] }, OFFICE), /不能销号/);
    await answerProblem(app, areaId, { problemId: usual, text: '再次更正', proofIds: [] }, HOUSING);
    await recheckProblems(app, areaId, { problemIds: [usual], result: 'fixed', ...CHECKED }, CENTRE);
    await rejects(closeProblems(app, areaId, { problemIds: [usual], reason: '', proofIds: [] }, CENTRE), /不能销号/);
    expect(await closeProblems(app, areaId, { problemIds: [usual], reason: '', proofIds: [] }, OFFICE)).toBe(1);
    expect(await statusOf(usual)).toBe('closed');
  });

  it('is all or nothing, and names what does not allow it', async () => {
    const [fresh, done] = [await open(WORLD.town.id), await open(WORLD.town.id)];
    await decideProblems(app, areaId, { problemIds: [done], decision: 'withdrawn', reason: '登记有误', proofIds: [] }, OFFICE);
    const error = await handOver([fresh, done]).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'refused', faults: [{ value: done }] });
    expect(await statusOf(fresh)).toBe('confirmed');
  });

  it('U12: a bureau hands over its field, and nothing else; a unit, the centre and a reader nothing', async () => {
    const [guide, ticket] = [await open(WORLD.town.id), await open(WORLD.town.id, { category: 'ticket_overdue' })];
    const bureau = person('bureau', { scope: { units: null, categories: ['ticket_overdue'] } });
    await rejects(handOver([guide], bureau), /没有这个问题/);
    expect(await handOver([ticket], bureau)).toHaveLength(1);
    await rejects(handOver([guide], TOWN), /责任单位不能交办/);
    await rejects(handOver([guide], CENTRE), /信息中心不能交办/);
    await rejects(handOver([guide], person('reader')), /查阅人员/);
  });

  it('P02: a notice that names 12 units hands over to each, and shows who has signed', async () => {
    const ids = await Promise.all(OFFICES.map(({ id }) => open(id)));
    const period = parsePeriod('2022-12');
    await putPeriod(app.db, { ...period, areaId, cutoff: '2022-12-27', closedAt: null });
    const problems = OFFICES.map(({ name }, i) =>
      printed(printedSite(name), 'guide_error', `联系电话有误${i}`, { id: ids[i] as string, handing: 'first' }),
    );
    const notice = await draft(app.db, areaId, 'twelve', '2022-12', 'monthly-monitoring', { ...fullMonth(12), problems });
    await app.db.updateTable('notice').set({ disagreements: '[]' }).where('id', '=', notice).execute();
    await issueNotice(app, notice, { at: app.now(), day: today, by: { role: 'office', unitId: null, name: '王敏' } });
    const acts = await Promise.all(ids.map((id) => listEvents(app.db, id)));
    expect(acts.map((events) => events.at(-1)?.act)).toEqual(ids.map(() => 'handed_over'));
    await receiveProblems(app, areaId, [ids[0] as string], ofUnit(OFFICES[0]?.id as string));
    expect((await viewRectification(app, areaId, ids[0] as string, OFFICE)).receipt).not.toBeNull();
    expect((await viewRectification(app, areaId, ids[1] as string, OFFICE)).receipt).toBeNull();
    // The unit finds the notice that handed its problem over, and reads it.
    const { events } = await viewProblem(app, areaId, ids[0] as string, ofUnit(OFFICES[0]?.id as string).scope);
    expect(events.find(({ act }) => act.code === 'handed_over')?.notice?.id).toBe(notice);
    expect((await viewReports(app, areaId, { about: `notice:${notice}`, scope: WHOLE })).rows).toHaveLength(12);
    // Its sealed report: told of before the limit and after it, once each, the office of what is late.
    const due = (await viewReports(app, areaId, { about: `notice:${notice}`, scope: WHOLE })).rows[0]?.due as string;
    const settings = settingsOf(new Map());
    const reports = async (name: string) =>
      (await viewInbox(app, areaId, { names: [name], kinds: ['report'] }, { number: 1, size: 50 })).rows.map(({ title }) => title);
    const before = today;
    for (today of [due, due, addWorkingDays(due, 1, WORK_CALENDAR).day]) await remindOfReports(app, areaId, settings, WORK_CALENDAR);
    today = before;
    expect((await reports('第1局')).toSorted()).toEqual(['整改情况扫描件即将到期：第1局', '整改情况扫描件逾期未报：第1局']);
    expect(await reports('政务公开办')).toHaveLength(12);
    for (const [i, { name }] of OFFICES.entries())
      expect(await told(name)).toEqual([`交办：${name}，1个问题 | /areas/${areaId}/ledger?problem=${ids[i]}`]);
  });

  it('each act reaches the inbox of whose move is next, once for all problems of a unit, with a link; nobody else is told', async () => {
    const unit = named('消息局', 40);
    const below = named('消息局一所', 41, { kind: 'community', parentId: unit.id });
    await upsertUnits(app.db, [unit, below]);
    const me = ofUnit(unit.id);
    const office = await told('政务公开办');
    const [one, other] = [await open(unit.id), await open(unit.id)];
    await handOver([one, other]);
    await receiveProblems(app, areaId, [one, other], me);
    await disputeProblem(app, areaId, { problemId: one, text: '已移交', proofIds: [] }, me);
    await decideProblems(app, areaId, { problemIds: [one], decision: 'upheld', reason: '仍由你局维护', proofIds: [] }, OFFICE);
    await answerProblem(app, areaId, { problemId: one, text: '已改', proofIds: [] }, me);
    await recheckProblems(app, areaId, { problemIds: [one], result: 'not', ...CHECKED }, CENTRE);
    await recheckProblems(app, areaId, { problemIds: [other], result: 'fixed', ...CHECKED }, CENTRE);
    const link = `/areas/${areaId}/ledger?problem=${one}`;
    expect((await told(unit.name)).toSorted()).toEqual(
      [
        `交办：消息局，2个问题 | /areas/${areaId}/my-unit`,
        `异议未采纳，维持认定：消息局，1个问题 | ${link}`,
        `复核：未整改：消息局，1个问题 | ${link}`,
      ].toSorted(),
    );
    expect((await told('政务公开办')).filter((line) => !office.includes(line))).toEqual([`提出异议：消息局，1个问题 | ${link}`]);
    // A sub-unit learns of what lies with it, and so does the unit that is charged.
    await handOver([await open(below.id)]);
    expect(await told(below.name)).toHaveLength(1);
    expect(await told(unit.name)).toHaveLength(4);
  });

  it('S04: words of a grave problem go out apart from the rest, and only inside', async () => {
    const unit = named('严重局', 42);
    await upsertUnits(app.db, [unit]);
    await handOver([await open(unit.id), await open(unit.id, { category: 'serious_misstatement' })]);
    const { rows } = await viewInbox(app, areaId, { names: [unit.name] }, { number: 1, size: 9 });
    expect(rows.map(({ confidential, urgent, body }) => [confidential, urgent, body.includes('严重表述错误')]).toSorted()).toEqual([
      [false, false, false],
      [true, true, true],
    ]);
  });
});

describe('a dispute', () => {
  it('is upheld or withdrawn by the office, with a reason', async () => {
    const [one, other] = [await open(WORLD.housing.id), await open(WORLD.housing.id)];
    await handOver([one, other]);
    for (const problemId of [one, other]) await disputeProblem(app, areaId, { problemId, text: '该栏目已移交', proofIds: [] }, HOUSING);
    await rejects(
      decideProblems(app, areaId, { problemIds: [one], decision: 'withdrawn', reason: '属实', proofIds: [] }, HOUSING),
      /责任单位不能撤销/,
    );
    await decideProblems(app, areaId, { problemIds: [one], decision: 'upheld', reason: '栏目仍由你单位维护', proofIds: [] }, OFFICE);
    await decideProblems(app, areaId, { problemIds: [other], decision: 'withdrawn', reason: '属实', proofIds: [] }, OFFICE);
    expect([await statusOf(one), await statusOf(other)]).toEqual(['received', 'withdrawn']);
  });

  it('nobody rechecks the own unit, nor what stands below it', async () => {
    const problemId = await open(VILLAGE.id);
    await handOver([problemId]);
    const inTown = person('centre', { unitId: WORLD.town.id });
    await rejects(recheckProblems(app, areaId, { problemIds: [problemId], result: 'fixed', ...CHECKED }, inTown), /不得复核本单位/);
    await rejects(recheckProblems(app, areaId, { problemIds: [problemId], result: 'fixed', ...CHECKED }, TOWN), /不得复核本单位/);
    await recheckProblems(app, areaId, { problemIds: [problemId], result: 'partly', ...CHECKED }, CENTRE);
    expect(await statusOf(problemId)).toBe('partly_rectified');
  });
});

describe('proof', () => {
  const file = (name: string, bytes: Uint8Array) => ({ name, bytes });

  it('P13: is kept with hash, day and person; the same picture for two problems is flagged to the office, not to the unit', async () => {
    const [one, other] = [await open(WORLD.housing.id), await open(WORLD.town.id)];
    await handOver([one, other]);
    const proof = await addProof(app, areaId, one, file('../整改 截图.PNG', png(1)), HOUSING);
    expect(proof).toMatchObject({ fileName: '整改 截图.png', by: 'unit甲', day: today, picture: true });
    expect(await addProof(app, areaId, one, file('again.png', png(1)), HOUSING)).toMatchObject({ id: proof.id });
    await answerProblem(app, areaId, { problemId: one, text: '已更正', proofIds: [proof.id] }, HOUSING);
    // Another file, the same picture: a comment was written into it.
    const same = await addProof(app, areaId, other, file('微信图片.png', png(1, { note: 'WeChat' })), TOWN);
    expect(same.hash).not.toBe(proof.hash);
    await answerProblem(app, areaId, { problemId: other, text: '已更正', proofIds: [same.id] }, TOWN);
    const seen = await viewRectification(app, areaId, one, OFFICE);
    expect(seen.proofs).toMatchObject([{ hash: proof.hash, same: [{ problemId: other, unit: WORLD.town.name }] }]);
    expect((await viewRectification(app, areaId, one, HOUSING)).proofs[0]?.same).toEqual([]);
    expect(Buffer.from((await readProof(app, areaId, one, proof.id, HOUSING)).bytes)).toEqual(Buffer.from(png(1)));
    await rejects(readProof(app, areaId, one, proof.id, TOWN), /没有这个问题/);
    await rejects(app.db.deleteFrom('problemProof').execute(), /append-only/);
    await rejects(app.db.updateTable('problemProof').set({ byName: '乙' }).execute(), /append-only/);
  });

  it('P13: compressed or made smaller, a picture is known again: a hint for who checks, none for units, and never a refusal', async () => {
    const at = async (unit: string, by: Caller, bytes: Uint8Array, category: Category = 'guide_error') => {
      const problemId = await open(unit, { category });
      await handOver([problemId]);
      const { id } = await addProof(app, areaId, problemId, file('a.jpg', bytes), by);
      await answerProblem(app, areaId, { problemId, text: '已更正', proofIds: [id] }, by);
      return { problemId, id };
    };
    const taken = await at(WORLD.housing.id, HOUSING, await photo(1));
    const sent = await at(WORLD.town.id, TOWN, await photo(1, { width: 400, quality: 50 }), 'text_error');
    await at(WORLD.town.id, TOWN, await photo(2));
    const hints = async (problemId: string, caller: Caller) => (await viewRectification(app, areaId, problemId, caller)).proofs[0]?.same;
    const hint = { grade: 'like', problemId: sent.problemId, unit: WORLD.town.name, proof: { id: sent.id, by: 'unit甲' } };
    for (const caller of [OFFICE, CENTRE]) expect(await hints(taken.problemId, caller)).toMatchObject([hint]);
    expect(await hints(sent.problemId, OFFICE)).toMatchObject([{ grade: 'like', problemId: taken.problemId }]);
    for (const caller of [HOUSING, person('reader')]) expect(await hints(taken.problemId, caller)).toEqual([]);
    // Who is not on the closed list of the other problem is not told of it either.
    const narrow = person('office', { scope: { units: null, categories: null, withheld: ['text_error'] } });
    expect(await hints(taken.problemId, narrow)).toEqual([]);

    // As it was before there were prints: they are made from the kept bytes, once, and what cannot be read is passed over.
    await app.db.deleteFrom('pictureAlike').execute();
    await app.db.deleteFrom('picturePrint').execute();
    expect(await hints(taken.problemId, OFFICE)).toEqual([]);
    const pictures = await picturesToPrint(app.db, PRINT_METHOD, 100);
    for (let round = 0; round < pictures.length && (await picturesToPrint(app.db, PRINT_METHOD, 1)).length > 0; round++)
      await noteWaiting(app);
    expect(await picturesToPrint(app.db, PRINT_METHOD, 100)).toEqual([]);
    expect(await hints(taken.problemId, OFFICE)).toMatchObject([hint]);
  });

  it('is of the problem it was handed in for, and proves one act', async () => {
    const [one, other] = [await open(WORLD.housing.id), await open(WORLD.housing.id)];
    await handOver([one, other]);
    const { id } = await addProof(app, areaId, one, file('a.png', png(7)), HOUSING);
    await rejects(answerProblem(app, areaId, { problemId: other, text: '已改', proofIds: [id] }, HOUSING), /不在这个问题下/);
    expect(await statusOf(other)).toBe('handed_over');
    await answerProblem(app, areaId, { problemId: one, text: '已改', proofIds: [id] }, HOUSING);
    await rejects(addProof(app, areaId, one, file('a.png', png(7)), HOUSING), /已经作为/);
  });

  it('is told by its bytes', async () => {
    const problemId = await open(WORLD.housing.id);
    const add = (name: string, bytes: Uint8Array | string) => addProof(app, areaId, problemId, file(name, Buffer.from(bytes)), OFFICE);
    const bomb = await new JSZip()
      .file('word/document.xml', Buffer.alloc(6_000_000))
      .generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    const archive = await new JSZip().file('a.exe', 'MZ').generateAsync({ type: 'uint8array' });
    const taken = [
      ['a.png', await docxOf(['整改报告']), 'docx'],
      ['b.docx', jpeg(3), 'jpg'],
      ['c', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF'), 'pdf'],
    ] as const;
    for (const [name, bytes, kind] of taken) expect((await add(name, bytes)).kind).toBe(kind);
    const refused = [
      ['x.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', /不能上传/],
      ['x.png', '<!doctype html><script>1</script>', /不能上传/],
      ['x.docx', archive, /不能上传/],
      ['x.docx', bomb, /解压后过大/],
      ['x.png', png(1).subarray(0, 60), /损坏/],
      ['x.png', png(1, { claim: 9000 }), /太大/],
      ['x.jpg', jpeg(3).subarray(0, 30), /损坏/],
      ['x.pdf', '', /空的/],
    ] as const;
    for (const [name, bytes, message] of refused) await rejects(add(name, bytes), message);
  });
});

describe('the sealed report', () => {
  const SCAN = Buffer.from('%PDF-1.7\nscan');

  it('P07: refused while a problem has no answer, naming it; late ones are marked with their working days', async () => {
    today = '2024-11-04';
    const ids = await Promise.all([1, 2, 3].map(() => open(WORLD.housing.id)));
    await handOver(ids);
    const about = { about: 'period:2024-11', unitId: WORLD.housing.id };
    for (const problemId of ids.slice(0, 2)) await answerProblem(app, areaId, { problemId, text: '已更正', proofIds: [] }, HOUSING);
    const error = await takeReport(app, areaId, { ...about, file: SCAN }, HOUSING).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'refused', faults: [{ value: ids[2] }] });
    await rejects(takeReport(app, areaId, { ...about, file: SCAN }, TOWN), /没有需要报告/);
    const form = await readDocx((await reportForm(app, areaId, { ...about, scope: HOUSING.scope })).bytes);
    expect(form.paragraphs.join('')).toContain('3个问题，已逐项整改并核对，其中反馈整改2个，尚未反馈1个');
    expect(form.tables[0]).toHaveLength(4);
    await answerProblem(app, areaId, { problemId: ids[2] as string, text: '已更正', proofIds: [] }, HOUSING);
    // Five working days of the 4th end on the 11th.
    today = '2024-11-14';
    await rejects(takeReport(app, areaId, { ...about, file: png(1) }, HOUSING), /不能上传/);
    expect(await takeReport(app, areaId, { ...about, file: SCAN }, HOUSING)).toEqual({ lateWorkingDays: 3 });
    const [row] = (await viewReports(app, areaId, { about: about.about, scope: WHOLE })).rows;
    expect(row).toMatchObject({ problems: 3, answered: 3, due: '2024-11-11', state: { code: 'late' }, lateWorkingDays: 3 });
    expect(Buffer.from((await readReport(app, areaId, about, HOUSING)).bytes)).toEqual(SCAN);
    await rejects(readReport(app, areaId, about, TOWN), /还没有上传/);
    const linesOf = async (state?: string) => {
      const { bytes, fileName } = await reportsFile(app, areaId, { about: about.about, scope: WHOLE, state });
      expect(fileName).toContain('上报情况');
      const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
      return rows.filter(([, problems]) => typeof problems === 'number').length;
    };
    expect([await linesOf('late'), await linesOf('ready')]).toEqual([1, 0]);
    // Handed over once more, an answer is owed once more.
    await recheckProblems(app, areaId, { problemIds: [ids[0] as string], result: 'not', ...CHECKED }, CENTRE);
    await handOver([ids[0] as string]);
    const [again] = (await viewReports(app, areaId, { about: about.about, scope: WHOLE })).rows;
    expect([again?.answered, again?.missing.map(({ id }) => id)]).toEqual([2, [ids[0]]]);
  });
});

describe('the sealed report for what went with no notice', () => {
  it('is asked for by the office for a month, of one unit or all, and owed by a day from then on', async () => {
    today = '2024-11-18';
    await handOver([await open(WORLD.town.id)]);
    const { months, due } = await viewAskable(app, areaId, OFFICE);
    const [month] = months;
    expect([month?.month, due]).toEqual(['2024-11', '2024-11-25']);
    expect(month?.units.map(({ id }) => id)).toEqual(expect.arrayContaining([WORLD.housing.id, WORLD.town.id]));
    const owed = async (unitId: string) => (await viewMyUnit(app, areaId, unitId)).reports.map((one) => [one.title, one.due]);
    expect(await owed(WORLD.town.id)).toEqual([]);
    const order = { month: '2024-11', unitId: WORLD.town.id, due: '2024-11-22' };
    await rejects(askReports(app, areaId, { ...order, due: '2024-11-17' }, OFFICE), /已经过去/);
    await rejects(askReports(app, areaId, { ...order, month: '2024-10', unitId: OFFICES[11]?.id as string }, OFFICE), /不需要上报/);
    expect(await askReports(app, areaId, order, OFFICE)).toBe(1);
    expect(await owed(WORLD.town.id)).toEqual([['2024年11月单独交办的问题', '2024-11-22']]);
    expect(await owed(WORLD.housing.id), 'it was not asked').toEqual([]);
    expect((await viewMyUnit(app, areaId, WORLD.town.id)).sentence).toContain('1份整改情况扫描件待报');
    expect((await viewReports(app, areaId, { about: 'period:2024-11', scope: WHOLE })).rows.map(({ unit }) => unit.id)).toEqual([
      WORLD.town.id,
    ]);
    expect(await askReports(app, areaId, { ...order, unitId: null, due: '2024-11-26' }, OFFICE)).toBeGreaterThan(1);
    expect(await owed(WORLD.town.id), 'the last word counts').toEqual([['2024年11月单独交办的问题', '2024-11-26']]);
    expect((await owed(WORLD.housing.id)).length).toBe(1);
    expect((await viewReports(app, areaId, { about: null, scope: WHOLE })).choices[0]?.about).toBe('period:2024-11');
  });
});

describe("the unit's own page", () => {
  it('U08: says what is expected today, sub-units with both names, nothing of others', async () => {
    today = '2024-12-02';
    const [own, below] = [await open(WORLD.town.id), await open(VILLAGE.id)];
    const elsewhere = await open(WORLD.housing.id);
    await handOver([own, below, elsewhere]);
    today = '2024-12-06';
    const page = await viewMyUnit(app, areaId, WORLD.town.id);
    const ids = page.problems.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([own, below]));
    expect(ids).not.toContain(elsewhere);
    expect(page.problems.find(({ id }) => id === below)).toMatchObject({
      unit: { name: '东河镇（大阿居委会）' },
      when: '还有1个工作日',
      move: 'receive',
    });
    expect(page.sentence).toMatch(/^今天有\d+件已逾期、\d+件待签收、2件下一个工作日到期/);
    // Columns and accounts that are in time: what to publish by when; half of the limit, or the days of the check, before it.
    const account = (id: string, lastUpdate: string) =>
      observation(id, { checkId: 'account-stale', channelId: id, subjectType: 'account', measured: { limit: 'P14D', lastUpdate } });
    const measured = { limit: 'P6M', lastUpdate: '2024-06-20', horizon: 30 };
    await insertJudgement(app.db, { areaId, id: 'near', day: '2024-12-05', sheet: 's', digest: 'd', madeAt: app.now() }, [
      account(WORLD.account.id, '2024-11-27'),
      account(SECOND.id, '2024-12-05'),
      observation(WORLD.column.id, { checkId: 'column-due-soon', measured }),
    ]);
    const { limits, sentence } = await viewMyUnit(app, areaId, WORLD.town.id);
    expect(limits.rows).toMatchObject([{ name: '东河发布', daysLeft: 5, dueOn: '2024-12-11', when: '还有5天', limitName: '两周' }]);
    expect(sentence).toContain('1个账号7天内须更新');
    const housing = await viewMyUnit(app, areaId, WORLD.housing.id);
    expect(housing.limits.rows).toMatchObject([{ carrier: WORLD.site.name, daysLeft: 14, dueOn: '2024-12-20', when: '还有14天' }]);
    expect(housing.sentence).not.toContain('须更新');
    // The unit above answers for the one below.
    await receiveProblems(app, areaId, [below], TOWN);
    expect((await listEvents(app.db, below)).at(-1)?.by).toEqual({ role: 'unit', unitId: WORLD.town.id, name: 'unit甲' });
  });
});

describe('stock', () => {
  it('P09, P04: opening + new + reopened − closed = closing for each unit and month, as the events themselves say', async () => {
    const ledger = await ledgerOf(app.db, areaId);
    let counted = 0;
    for (const [month, after, cutoff] of [
      ['2024-09', '2024-08-31', '2024-09-30'],
      ['2024-10', '2024-09-30', '2024-10-31'],
      ['2024-11', '2024-10-31', '2024-11-30'],
    ] as const) {
      const { rows } = await viewUnitStocks(app, areaId, { month, scope: WHOLE });
      const { byUnit } = stockOf(ledger, { after, cutoff });
      for (const { unit, group: _group, carried, ...row } of rows) {
        expect(row.opening + row.found + row.reopened - row.closed).toBe(row.closing);
        expect(byUnit.get(unit.id)).toMatchObject(row);
        expect(carried).toBeLessThanOrEqual(Math.min(row.opening, row.closing));
        counted += 1;
      }
      const silent = [...byUnit].filter(([id]) => !rows.some(({ unit }) => unit.id === id));
      for (const [, stock] of silent) expect([stock.opening, stock.closing, stock.found, stock.closed]).toEqual([0, 0, 0, 0]);
    }
    expect(counted).toBeGreaterThan(20);
    // P04: the table prints the office's finding, whatever the unit said.
    const problemId = await open(WORLD.housing.id);
    await handOver([problemId]);
    await answerProblem(app, areaId, { problemId, text: '已更正', proofIds: [] }, HOUSING);
    await recheckProblems(app, areaId, { problemIds: [problemId], result: 'not', ...CHECKED }, CENTRE);
    const asked = {
      statuses: [],
      categories: [],
      unitIds: [WORLD.housing.id],
      kinds: [],
      channelIds: [],
      words: null,
      stockOn: null,
      onlyOverdue: false,
    };
    const own = await ownRange(app, areaId, HOUSING.scope);
    const { bytes } = await ledgerFile(app, areaId, own, { ...asked, sort: 'found', descending: false });
    const [sheet] = (await readXlsx(bytes)).sheets;
    const column = sheet?.rows[4]?.indexOf('是否整改') ?? -1;
    const printed = (sheet?.rows ?? []).slice(5).map((row) => [row[column - 1] !== '' && row[column - 1] !== null, row[column]]);
    expect(printed).toContainEqual([true, '未复核']);
    expect(printed).toContainEqual([true, '是']);
    expect(printed).toContainEqual([true, '否']);
    expect(printed.length).toBeGreaterThan(5);
    const stocks = await viewUnitStocks(app, areaId, { month: '2024-11', scope: HOUSING.scope });
    expect(stocks.rows.map(({ unit }) => unit.id)).toEqual([WORLD.housing.id]);
    expect((await unitStocksFile(app, areaId, { month: '2024-11', scope: WHOLE })).fileName).toContain('2024年11月');
  });
});

describe('machine recheck', () => {
  it('looks at just that site; nothing seen says nothing, and the order is settled once', async () => {
    const queue = await startQueue(database.url, () => undefined);
    try {
      const [machine, hand] = [await open(WORLD.housing.id, { machine: true, category: 'column_overdue' }), await open(WORLD.housing.id)];
      await handOver([machine, hand]);
      await rejects(orderLooks(app, areaId, [machine, hand], OFFICE), /人工登记/);
      expect(await orderLooks(app, areaId, [machine], OFFICE)).toBe(1);
      await orderLooks(app, areaId, [machine], OFFICE);
      expect(await openOrders(app.db)).toHaveLength(1);
      await workOrders(app, queue);
      const [order] = await openOrders(app.db);
      const run = await findRun(app.db, order?.runId as string);
      expect((await listTargets(app.db, run?.id as string)).map(({ channelId }) => channelId)).toEqual([WORLD.site.id]);
      const words = async () => (await viewRectification(app, areaId, machine, OFFICE)).machine.order?.words;
      expect(await words()).toBe('已安排，等待机器查看');
      const look = { runId: run?.id as string, channelId: WORLD.site.id };
      await claimTarget(app.db, look, instantOf('2024-11-28', '09:05'));
      expect(await words()).toContain('机器正在查看，09:05开始');
      await finishTarget(app.db, look, { state: 'done' }, app.now());
      expect(await words()).toBe('机器已经查看完，正在写入结果');
      await finishRunIfComplete(app.db, run?.id as string, app.now());
      await workOrders(app, queue);
      expect(await openOrders(app.db)).toEqual([]);
      expect(await statusOf(machine)).toBe('handed_over');
      expect((await viewRectification(app, areaId, machine, OFFICE)).machine.order?.words).toContain('人工复核');
      // Another day: the column was looked at and is up to date.
      today = '2024-12-09';
      await orderLooks(app, areaId, [machine], CENTRE);
      await workOrders(app, queue);
      const runId = (await openOrders(app.db))[0]?.runId as string;
      await insertFacts(app.db, [freshColumn(app.now())], runId);
      await finishTarget(app.db, { runId, channelId: WORLD.site.id }, { state: 'done' }, app.now());
      await finishRunIfComplete(app.db, runId, app.now());
      await workOrders(app, queue);
      const last = (await listEvents(app.db, machine)).at(-1);
      expect([last?.act, last?.by.role, last?.reason]).toEqual(['rechecked_fixed', 'machine', '应centre甲要求复查：已不存在']);
      expect(last?.data.evidence).toHaveLength(1);
    } finally {
      await queue.stop();
    }
  });

  it('a sample area goes on from the newest act of its ledger: no act of its office comes before another', async () => {
    const id = await open(UNITS[0]?.id as string);
    await putSetting(app.db, areaId, 'clock', 'simulated');
    expect([today > '2022-12-27', await todayOf(app, areaId)], 'its newest period was cut off on 2022-12-27').toEqual([true, today]);
    await decideProblems(app, areaId, { problemIds: [id], decision: 'withdrawn', reason: '读错', proofIds: [] }, OFFICE);
    expect((await viewRectification(app, areaId, id, OFFICE)).toCorrect, 'no notice ever named it').toEqual([]);
  });

  it('names the issued notices that blame a unit for a problem taken back since, to who can correct them', async () => {
    const notice = await findNotice(app.db, 'notice_twelve');
    const id = notice?.snapshot.problems[11]?.id as string;
    expect((await viewRectification(app, areaId, id, OFFICE)).toCorrect, 'while it stands').toEqual([]);
    await decideProblems(app, areaId, { problemIds: [id], decision: 'withdrawn', reason: '读错', proofIds: [] }, OFFICE);
    expect((await viewRectification(app, areaId, id, OFFICE)).toCorrect).toEqual([{ id: 'notice_twelve', title: notice?.title }]);
    expect((await viewRectification(app, areaId, id, ofUnit(OFFICES[11]?.id as string))).toCorrect).toEqual([]);
  });

  it('corrected in its words alone, a notice gives no new deadline for what was found unfixed meanwhile', async () => {
    const unit = OFFICES[0] as Unit;
    const by = { role: 'office', unitId: null, name: '王敏' } as const;
    const issue = async (id: string) => {
      await app.db.updateTable('notice').set({ disagreements: '[]' }).where('id', '=', id).execute();
      return issueNotice(app, id, { at: app.now(), day: today, by });
    };
    const id = await open(unit.id);
    const problems = [printed(printedSite(unit.name), 'guide_error', '联系电话有误', { id, handing: 'first' })];
    const month = fullMonth(12);
    const taken = { ...month, problems, document: { ...month.document, number: null } };
    const first = await issue(await draft(app.db, areaId, 'words', '2022-11', 'monthly-monitoring', taken));
    await answerProblem(app, areaId, { problemId: id, text: '已改', proofIds: [] }, ofUnit(unit.id));
    await recheckProblems(app, areaId, { problemIds: [id], result: 'not', ...CHECKED }, CENTRE);
    await issue(await correctNotice(app, first, { data: 'same', by, at: app.now() }));
    const { events } = await viewProblem(app, areaId, id, WHOLE);
    expect(events.map(({ act }) => act.code).filter((act) => act === 'handed_over')).toHaveLength(1);
  });
});

/** A look at the county's column that found an item of the week. */
const freshColumn = (at: string) =>
  makeFact({
    ...{ kind: 'column-list', channelId: WORLD.site.id, subjectId: WORLD.column.id, at, source: WORLD.site.url, how: 'http/1', blob: null },
    data: {
      ...{
        columnId: WORLD.column.id,
        url: WORLD.column.url as string,
        outcome: 'ok',
        state: 'items',
        newestDate: '2024-12-06',
        undated: 0,
        pages: 1,
      },
      items: [{ title: '关于稳岗政策的解读', href: `${WORLD.site.url}1.html`, date: '2024-12-06', dateSource: 'visible', pinned: false }],
    },
  });
