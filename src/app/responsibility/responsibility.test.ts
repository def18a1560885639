import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Person, type SignedIn, userOf } from '../../../tests/support/people.ts';
import { account as accountOf, problem, SNAPSHOT, WORLD } from '../../../tests/support/store-world.ts';
import { type Served, serveApp } from '../../../tests/web/serve.ts';
import type { bodies } from '../../contract/endpoints/bodies.ts';
import type { programmes } from '../../contract/endpoints/programmes.ts';
import type { supervised } from '../../contract/endpoints/supervised.ts';
import type { Category } from '../../core/category.ts';
import { instantOf } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import { WHOLE_AREA } from '../../core/role.ts';
import { deadlineData, makeDeadline } from '../../ledger/deadline.ts';
import type { Problem, ProblemEvent } from '../../ledger/event.ts';
import { countInOperationOn } from '../../store/channel-count.ts';
import { insertNotice } from '../../store/notices.ts';
import { putPeriod } from '../../store/periods.ts';
import { writeRegister } from '../../store/register.ts';
import { insertTasks } from '../../store/requirements.ts';
import { changeUser, insertUser } from '../../store/users.ts';
import { findLedgerLine, listLedger, unitOfLine } from '../../store/views-ledger.ts';
import { columnId } from '../../subjects/column.ts';
import { type Unit, type UnitKind, unitId } from '../../subjects/unit.ts';
import { appendToLedger } from '../ledger/append.ts';
import { ledgerOf } from '../ledger/entries.ts';
import { setTaskHelper, viewTasks } from '../notices/notice-tasks.ts';
import { type App, loadCalendar } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { callerFrom, ownScope } from '../people/callers.ts';
import { handOverProblems } from '../rectify/hand-over-problems.ts';
import { nameDutyHolder, proposeResponsible, viewDutyHolders } from './propose.ts';
import { unitPostsFile, viewUnitPosts } from './unit-posts.ts';

const areaId = WORLD.county.id;
const id = (name: string): string => unitId(areaId, name);
const AT = instantOf('2022-12-27', '10:00');
const NOTHING = { name: '', unitIds: [], statuses: [], categories: [], kinds: [], channelIds: [], words: null, overdue: null };
const PAGE = { ...NOTHING, sort: 'found', descending: true, limit: 100, offset: 0 } as const;

let served: Served;
let app: App;
let office: SignedIn;

beforeAll(async () => {
  served = await serveApp(null);
  app = served.app;
  const [first] = WORLD.register.units;
  if (!first) throw new Error('the world is empty');
  let order = 10;
  const unit = (name: string, kind: UnitKind, parentId: string | null = null): Unit => ({
    ...{ ...first, id: id(name), name, kind, parentId, aliases: [], namePlates: [], activeFrom: null, order: order++ },
  });
  const path = ['专题专栏', '基层政务公开', '大阿居委会', '公共服务'];
  const [column] = WORLD.register.columns;
  if (!column) throw new Error('the world has no column');
  await writeRegister(app.db, {
    ...WORLD.register,
    units: [
      ...WORLD.register.units,
      ...[unit('大阿镇', 'town'), unit('大阿居委会', 'community', id('大阿镇')), unit('县公安局', 'department')],
      ...[
        unit('交管大队', 'sub_unit', id('县公安局')),
        unit('县水务局', 'department'),
        unit('县自来水公司', 'public_service_body', id('县水务局')),
      ],
      ...[unit('县司法局', 'department'), unit('县融媒体中心', 'institution')],
    ],
    columns: [
      ...WORLD.register.columns,
      { ...column, id: columnId(WORLD.site.id, path), path, unitId: id('大阿居委会'), parentId: null, level: 4 },
    ],
    accounts: [...WORLD.register.accounts, { ...accountOf('白水交警'), unitId: id('交管大队'), id: 'account_police' }],
  });
  office = await served.as({ name: '王主任', areaId });
});
afterAll(() => served?.stop());

/** Asks as somebody, over the network; what is refused answers its words. */
async function ask<T = { id: string }>(
  who: SignedIn,
  path: string,
  body?: object,
): Promise<{ status: number; body: T & { message?: string } }> {
  const json = { 'content-type': 'application/json' };
  const response = await who.fetch(
    `/api/areas/${areaId}${path}`,
    body ? { method: 'POST', headers: json, body: JSON.stringify(body) } : {},
  );
  return { status: response.status, body: (await response.json()) as T & { message?: string } };
}
const inUnit = (name: string) => served.as({ name: `${name}经办人`, role: 'unit', areaId, unitId: id(name) });

/** Somebody signed in, with what falls to them alone. */
async function callerOf(person: Person): Promise<Caller> {
  const user = userOf(app, { areaId, ...person });
  return { ...callerFrom(user, { token: null, door: { address: '127.0.0.1', agent: 'test' } } as never), scope: await ownScope(app, user) };
}
const unitCaller = (name: string) => callerOf({ name: `${name}经办人`, role: 'unit', unitId: id(name) });

/** Files a problem as machine or office would; answers its id. */
async function file(name: string, over: Partial<Problem>, by: 'machine' | 'office' = 'office', subject?: string): Promise<string> {
  const one = problem(name, { channelId: null, placeUrl: null, ...over });
  const event: ProblemEvent = {
    ...{ problemId: name, seq: 1, act: 'found', at: AT, day: one.firstFoundOn, reason: null },
    by: { role: by, unitId: null, name: '甲' },
    data: by === 'machine' ? { evidence: ['f'], check: 'c', ...(subject ? { subject } : {}) } : {},
  };
  await appendToLedger(app.db, [], { opened: [{ problem: one, event }] });
  return name;
}
const lineOf = async (problemId: string, caller?: Caller) => findLedgerLine(app.db, areaId, problemId, caller?.scope ?? WHOLE_AREA);
const handOver = async (problemIds: readonly string[], caller: Caller) =>
  handOverProblems(app, areaId, { problemIds, term: null, clause: '交办' }, caller);

describe('a sub-unit', () => {
  it('U08: has its problem charged to the unit above, which prints both names and the whole path of the column', async () => {
    const place = '专题专栏—基层政务公开—大阿居委会—公共服务';
    const problemId = await file('sub', { unitId: id('大阿居委会'), placeLabel: place }, 'machine');
    const line = await lineOf(problemId);
    expect(line && [line.unitId, unitOfLine(line), line.placeLabel]).toEqual([id('大阿镇'), '大阿镇（大阿居委会）', place]);
    const { rows } = await listLedger(app.db, areaId, { ...PAGE, unitIds: [id('大阿镇')] });
    expect(rows.map((row) => row.id)).toContain(problemId);
  });

  it('sees it as well as the unit above once it is confirmed, and nobody else does', async () => {
    const seen = async (name: string) => (await lineOf('sub', await unitCaller(name))) !== null;
    expect([await seen('大阿居委会'), await seen('大阿镇')]).toEqual([false, false]);
    expect((await ask(office, '/desk-reviews', { problemIds: ['sub'], order: { act: 'confirmed' } })).status).toBe(200);
    expect([await seen('大阿居委会'), await seen('大阿镇'), await seen('县公安局')]).toEqual([true, true, false]);
  });
});

describe('主办 and 主管 of an account', () => {
  it('U15: both see its problem; the host answers, the supervisor confirms, and only in that order', async () => {
    const problemId = await file('police', { unitId: id('交管大队'), channelId: 'account_police', category: 'account_stale' });
    const [host, above, other] = [await inUnit('交管大队'), await inUnit('县公安局'), await inUnit('县水务局')];
    const seen = async (who: SignedIn) => (await ask<z.output<(typeof supervised)['output']>>(who, '/supervised')).body.rows;
    const say = (who: SignedIn, words = '', outcome = 'confirmed') => ask(who, `/supervised/${problemId}`, { outcome, words });

    expect((await ask(office, '/problems/hand-over', { problemIds: [problemId], clause: '交办' })).status).toBe(200);
    for (const who of [host, above]) {
      expect((await seen(who)).map((row) => row.id)).toEqual([problemId]);
      expect((await ask(who, `/problems/${problemId}`)).status).toBe(200);
    }
    expect([await seen(other), (await ask(other, `/problems/${problemId}`)).status]).toEqual([[], 404]);
    expect((await say(above)).body.message).toMatch(/还没有反馈整改/);

    expect((await ask(host, `/problems/${problemId}/answer`, { text: '已更新' })).status).toBe(200);
    expect((await seen(above))[0]).toMatchObject({
      host: { name: '交管大队' },
      supervisor: { name: '县公安局' },
      report: { words: '已更新' },
      word: null,
      waitsForYou: true,
    });
    expect([(await say(host)).status, (await say(other)).status, (await say(office)).status]).toEqual([422, 404, 403]);
    expect((await say(above, ' ', 'returned')).body.message).toMatch(/没有写明理由/);
    expect([(await say(above)).status, (await say(above)).status]).toEqual([200, 409]);
    expect((await seen(office))[0]?.word).toMatchObject({ outcome: 'confirmed', by: '县公安局经办人' });
  });
});

describe('谁主管、谁发布、谁起草、谁审查', () => {
  const url = 'http://www.baishui.gov.cn/zj/jd/1.html';
  const subject = { channelId: WORLD.site.id, columnId: WORLD.column.id, url };
  const KINDS: readonly [Category, string, string][] = [
    ['interpretation_missing', '县司法局', '谁起草谁解读'],
    ['column_overdue', WORLD.housing.name, '谁发布谁负责'],
    ['duty_lapse', '县公安局', '谁主管谁负责'],
    ['privacy_leak', '县融媒体中心', '谁公开谁审查'],
  ];
  beforeAll(async () => {
    for (const [duty, name] of [
      ['drafter', '县司法局'],
      ['reviewer', '县融媒体中心'],
    ] as const)
      await nameDutyHolder(app, areaId, { subject: url, duty, unitId: id(name), by: '王主任' });
    await nameDutyHolder(app, areaId, { subject: WORLD.site.id, duty: 'supervisor', unitId: id('县公安局'), by: '王主任' });
  });

  it.each(KINDS)('U14: %s is proposed to %s', async (category, name, sentence) => {
    const { proposal, holders } = await proposeResponsible(app, areaId, category, subject);
    expect([proposal?.unitName.split('（')[0], proposal?.sentence]).toEqual([name, sentence]);
    expect(holders.every(({ unit }) => unit !== null)).toBe(true);
  });

  it('falls back on who publishes where nobody is named, and says so', async () => {
    const { proposal } = await proposeResponsible(app, areaId, 'interpretation_missing', { ...subject, url: null });
    expect(proposal).toMatchObject({ duty: 'publisher', unitId: WORLD.housing.id });
    expect((await proposeResponsible(app, areaId, 'text_error', { channelId: null, columnId: null, url: null })).proposal).toBeNull();
  });

  it('files what a machine finds with who was named; what a person files stays where the person put it', async () => {
    const found = { category: 'privacy_leak', placeUrl: url, unitId: WORLD.housing.id } as const;
    expect((await lineOf(await file('leak', found, 'machine')))?.unitId).toBe(id('县融媒体中心'));
    expect((await lineOf(await file('leak by hand', found)))?.unitId).toBe(WORLD.housing.id);
  });

  it('refuses a unit or subject that is not there, and takes a naming back', async () => {
    const naming = { subject: url, duty: 'drafter', by: '王主任' } as const;
    await expect(nameDutyHolder(app, areaId, { ...naming, unitId: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(nameDutyHolder(app, areaId, { ...naming, subject: '某文件', unitId: id('县司法局') })).rejects.toThrow(/不是登记的/);
    await nameDutyHolder(app, areaId, { ...naming, unitId: null });
    expect((await viewDutyHolders(app, areaId)).map(({ duty }) => duty.code)).toEqual(['reviewer', 'supervisor']);
  });
});

describe('the approval bureau', () => {
  it('U12: hands over a problem of its field to a department, which the office sees; of another field it cannot', async () => {
    const guide = await file('guide', { unitId: id('县水务局'), category: 'service_guide_incomplete' });
    const other = await file('stale', { unitId: id('县水务局'), category: 'column_overdue' });
    const bureau = await callerOf({ name: '刘审批', role: 'bureau', fields: ['service_guide_incomplete'] });
    expect([(await lineOf(guide, bureau))?.id, await lineOf(other, bureau)]).toEqual([guide, null]);
    await handOver([guide], bureau);
    await expect(handOver([other], bureau)).rejects.toMatchObject({ code: 'not-found' });
    expect((await lineOf(guide))?.status).toBe('handed_over');
    const entry = (await ledgerOf(app.db, areaId)).find((one) => one.problem.id === guide);
    expect(entry?.events.at(-1)?.by).toMatchObject({ role: 'bureau', name: '刘审批' });
    const { deadline } = { deadline: makeDeadline({ kind: 'working_days', days: 5 }, '2022-12-27', await loadCalendar(app.db), '交办') };
    expect(entry?.events.at(-1)?.data).toMatchObject({ due: deadlineData(deadline).due });
  });
});

describe('person in charge and deputy', () => {
  const stateOf = async (name: string) => (await viewUnitPosts(app, areaId, WHOLE_AREA)).rows.find((row) => row.id === id(name));
  it('U09: a unit whose only person is disabled stands in the gaps the same day', async () => {
    const person = { ...userOf(app, { name: '张负责', role: 'unit', areaId, unitId: id('县水务局'), post: 'person' }) };
    const deputy = { ...userOf(app, { name: '李副手', role: 'unit', areaId, unitId: id('县水务局'), post: 'deputy' }) };
    for (const user of [person, deputy]) await insertUser(app.db, user);
    const before = await viewUnitPosts(app, areaId, WHOLE_AREA);
    expect((await stateOf('县水务局'))?.gaps).toEqual([]);
    await changeUser(app.db, person.id, { disabledAt: AT });
    expect(await stateOf('县水务局')).toMatchObject({
      person: [{ name: '张负责', left: '2022-12-27' }],
      gaps: [{ code: 'person-left', name: '责任人已停用', grave: true }],
    });
    expect((await viewUnitPosts(app, areaId, WHOLE_AREA)).counts.noPerson).toBe(before.counts.noPerson + 1);
  });

  it('tells empty posts, leaves sub-units to the unit above, and shows a unit its own alone', async () => {
    expect((await stateOf('县司法局'))?.gaps.map(({ code }) => code)).toEqual(['no-person', 'no-deputy']);
    expect(await stateOf('交管大队')).toMatchObject({ through: '县公安局', gaps: [] });
    const { scope } = await unitCaller('县公安局');
    expect((await viewUnitPosts(app, areaId, scope)).rows.map(({ name }) => name).sort()).toEqual(['交管大队', '县公安局']);
    const { bytes, fileName } = await unitPostsFile(app, areaId, WHOLE_AREA, {});
    expect([fileName, Buffer.from(bytes).subarray(0, 2).toString()]).toEqual(['白水县单位与责任人.xlsx', 'PK']);
  });
});

describe('U07: 公共企事业单位', () => {
  it('U07: stands under its department with a catalogue of its own and is no site of the area', async () => {
    const sites = async () => [
      await countInOperationOn(app.db, areaId, '2022-12-27'),
      (await ask<{ rows: { unit: { name: string } }[] }>(office, '/channels')).body.rows.length,
    ];
    const before = await sites();
    const entry = { basis: '公共企事业单位信息公开规定', timeLimit: null, id: null };
    const save = (who: SignedIn, item: string, url: string | null, name = '县自来水公司') =>
      ask(who, `/bodies/${id(name)}/entries`, { ...entry, item, url });
    const [water, police] = [await inUnit('县水务局'), await inUnit('县公安局')];
    expect((await save(office, '停水通知', 'http://www.baishui.gov.cn/water/')).status).toBe(200);
    // Its department enters for it; no other unit does.
    expect([(await save(water, '水价标准', null)).status, (await save(police, '水质', null)).status]).toEqual([200, 403]);
    const seen = async (who: SignedIn) => (await ask<z.output<(typeof bodies)['output']>>(who, '/bodies')).body;
    const { rows, total, disclosed } = await seen(office);
    expect(rows).toMatchObject([{ unit: { name: '县自来水公司' }, supervisor: '县水务局', total: 2, disclosed: 1, coverage: 50 }]);
    expect([total, disclosed]).toEqual([2, 1]);
    expect(await sites()).toEqual(before);
    expect([(await seen(water)).rows.length, (await seen(police)).rows.length]).toEqual([1, 0]);
    expect((await save(office, 'x', null, '县水务局')).body.message).toMatch(/不是公共企事业单位/);
  });
});

describe('programmes', () => {
  type Programmes = z.output<(typeof programmes)['output']>;
  let venues: string;
  beforeAll(async () => {
    const members = [id('大阿镇'), id('县水务局')].map((member) => ({ unitId: member, target: 1 }));
    const wanted = { id: null, name: '政务公开专区建设', basis: null, dueOn: '2022-12-20', members };
    venues = (await ask(office, '/programmes', wanted)).body.id;
  });
  const add = (who: SignedIn, unit: string, helper: string | null = null) =>
    ask(who, `/programmes/${venues}/items`, {
      ...{ unitId: id(unit), title: `${unit}便民服务大厅专区`, note: null, helperUnitId: helper && id(helper) },
    });
  const mark = (who: SignedIn, itemId: string, on: string) => ask(who, `/programmes/${venues}/items/${itemId}`, { on });
  const seen = async (who: SignedIn) => (await ask<Programmes>(who, '/programmes')).body.rows;

  it('U13: list a member without a finished venue in 未覆盖', async () => {
    const town = await inUnit('大阿镇');
    const { id: itemId } = (await add(town, '大阿镇')).body;
    const notCovered = async () => (await seen(office))[0]?.notCovered;
    expect(await notCovered()).toEqual(['大阿镇', '县水务局']);
    expect((await mark(town, itemId, '2022-12-19')).status).toBe(200);
    expect(await notCovered()).toEqual(['县水务局']);
    expect((await seen(office))[0]).toMatchObject({ late: true });
    expect((await add(office, '县公安局')).body.message).toMatch(/不是该项工作的成员单位/);
    expect((await mark(town, itemId, '2022-12-28')).body.message).toMatch(/今天以后/);
    expect((await mark(await inUnit('县水务局'), itemId, '2022-12-19')).status, 'of another unit').toBe(404);
  });

  it('U11: show an item to who enters it and to who guides it', async () => {
    const [water, guide, other] = [await inUnit('县水务局'), await inUnit('县融媒体中心'), await inUnit('县公安局')];
    expect((await add(water, '县水务局', '县融媒体中心')).status).toBe(200);
    const titles = async (who: SignedIn) => (await seen(who)).flatMap(({ items }) => items.map(({ title }) => title));
    expect([await titles(water), await titles(guide), await titles(other)]).toEqual([
      ['县水务局便民服务大厅专区'],
      ['县水务局便民服务大厅专区'],
      [],
    ]);
    expect((await add(water, '县水务局', '县水务局')).body.message).toMatch(/指导单位不能是/);
  });
});

describe('U11: 协助单位 of a requirement', () => {
  it('sees it as the addressee does, until it is let go; nobody else sees it', async () => {
    await putPeriod(app.db, { ...parsePeriod('2022-12'), areaId, cutoff: '2022-12-27', closedAt: null });
    const notice = { areaId, id: 'n', periodId: '2022-12', template: 't', state: 'issued', title: '通报', snapshot: SNAPSHOT } as const;
    const rest = { snapshotHash: 'h', disagreements: [], overrideReason: null, supersedes: null, createdAt: AT, issuedAt: AT };
    await insertNotice(app.db, { ...notice, ...rest });
    const key = { areaId, noticeId: 'n', paragraphId: 'requirements.1', addressee: '县水务局' };
    const task = { heading: '选题报送', text: '报送选题', dueOn: null, dueProvisional: false, position: 1, doneAt: null, doneBy: null };
    await insertTasks(app.db, [{ ...key, ...task, unitId: id('县水务局') }]);
    const office = await callerOf({});
    const seenBy = async (name: string) => (await viewTasks(app, areaId, (await unitCaller(name)).scope, {})).total;
    const seen = async () => [await seenBy('县水务局'), await seenBy('县融媒体中心'), await seenBy('县公安局')];

    expect(await seen()).toEqual([1, 0, 0]);
    const row = await setTaskHelper(app, key, { unitId: id('县融媒体中心'), helps: true }, office);
    expect([row.helpers.map(({ name }) => name), await seen()]).toEqual([['县融媒体中心'], [1, 1, 0]]);
    await setTaskHelper(app, key, { unitId: id('县融媒体中心'), helps: false }, office);
    expect(await seen()).toEqual([1, 0, 0]);
    await expect(setTaskHelper(app, { ...key, addressee: '无' }, { unitId: id('县水务局'), helps: true }, office)).rejects.toThrow(
      /没有这条要求/,
    );
    await expect(setTaskHelper(app, key, { unitId: 'nobody', helps: true }, office)).rejects.toThrow(/没有这个单位/);
  });
});
