import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import type { MatterAct } from '../../core/account-matter.ts';
import { instantOf } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { type PeriodVerdict, putPeriod, replaceVerdicts } from '../../store/periods.ts';
import { upsertPosts } from '../../store/posts.ts';
import { listProblems } from '../../store/problems.ts';
import { writeRegister } from '../../store/register.ts';
import { type Account, accountId, inBaseOn } from '../../subjects/channel.ts';
import { type Unit, unitId } from '../../subjects/unit.ts';
import { readConfig } from '../config.ts';
import { handOver } from '../ledger/hand-over.ts';
import { setAccountState, viewAccounts } from '../media/accounts.ts';
import { viewInbox } from '../messages/inbox.ts';
import type { App } from '../open.ts';
import { actOnMatter, type MatterDeed } from './act-on-matter.ts';
import type { Acting } from './acting.ts';
import { type Asked, askOpening, beginAboutAccount, recordFound } from './begin-matter.ts';
import { accountOf } from './change-account.ts';
import { addMatterProof, readMatterProof } from './proofs.ts';
import { recheckCancelled } from './recheck-cancelled.ts';
import { namePerson, signFor, viewStatements } from './statements.ts';
import { viewMatter, viewMatters } from './view-matters.ts';

const AREA = WORLD.county.id;
const unit = (name: string, rest: Partial<Unit> = {}): Unit => ({ ...WORLD.town, id: unitId(AREA, name), name, activeFrom: null, ...rest });
const town = unit('东河镇');
const bureau = unit('县教体局', { kind: 'department', order: 1 });
const school = unit('实验小学', { kind: 'institution', parentId: bureau.id, order: 2 });
const hall = unit('县政府办', { kind: 'office', order: 3 });
const running = (name: string, rest: Partial<Account> = {}): Account => ({
  ...WORLD.account,
  ...{ id: accountId(AREA, 'wechat', name, town.name), name, adapter: 'sheet', feedUrl: null },
  ...rest,
});

const office: Acting = { role: 'office', name: '王敏', unitId: null, areaId: AREA, scope: { units: null, categories: null } };
const city: Acting = { ...office, name: '市里', areaId: WORLD.city.id };
const centre: Acting = { ...office, role: 'centre', name: '赵信' };
const of = (one: Unit, more: readonly Unit[] = []): Acting => {
  const units = [one, ...more].map(({ id }) => id);
  return { role: 'unit', name: `${one.name}李强`, unitId: one.id, areaId: AREA, scope: { units, categories: null } };
};

let database: TestDatabase;
let app: App;
let today = '2022-12-05';
const home = mkdtempSync(join(tmpdir(), 'mingcha-filings-'));
beforeAll(async () => {
  database = await testDatabase();
  app = {
    ...{
      db: database.db,
      databaseUrl: database.url,
      blobs: folderStore(join(home, 'evidence')),
      config: readConfig({ MINGCHA_HOME: home }, home),
    },
    now: () => instantOf(today, '10:00'),
    close: async () => {},
  };
  const accounts = Array.from({ length: 112 }, (_, i) => running(`东河发布${i}`));
  await writeRegister(app.db, {
    ...WORLD.register,
    units: [town, bureau, school, hall],
    sites: [WORLD.site].map((site) => ({ ...site, unitId: town.id })),
    columns: [],
    accounts,
  });
});
afterAll(async () => {
  await database?.drop();
  rmSync(home, { recursive: true, force: true });
});

const asked = (name: string, rest: Partial<Asked> = {}): Asked => ({
  ...{ platform: 'weibo', name, purpose: '发布政务信息', person: '李强', phone: '0563-7020001', reason: null },
  ...rest,
});
const act = (id: string, what: MatterAct, caller: Acting, rest: Partial<MatterDeed> = {}) =>
  actOnMatter(app, AREA, id, { act: what, note: '已办', ...rest }, caller);
const stateOf = async (id: string, caller: Acting = office) => (await viewMatter(app, AREA, id, caller)).state.code;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const prove = async (id: string, caller: Acting) => [
  (await addMatterProof(app, AREA, id, { name: '注销截图.png', bytes: PNG }, caller)).id,
];
const problemOf = async (channelId: string, category: string) =>
  (await listProblems(app.db, AREA, { channelIds: [channelId] })).rows.find((row) => row.category === category);

describe('R05: filing before opening', () => {
  it('unit asks, office files with a number, only then it runs', async () => {
    const id = await askOpening(app, AREA, town.id, asked('东河微博'), of(town));
    await expect(act(id, 'opened', of(town))).rejects.toThrow('不能投入运行');
    await expect(act(id, 'granted', of(town), { filingNumber: '白政媒备1号' })).rejects.toThrow('不由您办理');
    await expect(act(id, 'granted', city, { filingNumber: '白政媒备1号' })).rejects.toThrow('由白水县政务公开办审核');
    await act(id, 'granted', office, { filingNumber: '白政媒备1号' });
    const { accountId: filed } = await viewMatter(app, AREA, id, of(town));
    expect(inBaseOn(await accountOf(app.db, AREA, filed), today)).toBe(false);
    await act(id, 'opened', of(town), { from: today });
    const account = await accountOf(app.db, AREA, filed);
    expect([inBaseOn(account, today), account.filingNumber, account.filedOn]).toEqual([true, '白政媒备1号', today]);
    const row = (await viewAccounts(app, AREA, of(town))).rows.find((one) => one.id === filed);
    expect([row?.state.name, row?.person, row?.purpose]).toEqual(['正常运行', '李强', '发布政务信息']);
  });

  it('a name that is taken, and a number that is taken, are refused', async () => {
    await expect(askOpening(app, AREA, town.id, asked('东河微博'), of(town))).rejects.toThrow('已经登记');
    const id = await askOpening(app, AREA, bureau.id, asked('白水教体'), of(bureau));
    await expect(act(id, 'granted', office, { filingNumber: '白政媒备1号' })).rejects.toThrow('已经给了“东河微博”');
    await act(id, 'returned', office, { note: '名称与职责不符' });
    await act(id, 'amended', of(bureau), { subject: { name: '白水教育', purpose: '教育政务', person: '李强', phone: null, reason: null } });
    expect((await viewMatter(app, AREA, id, office)).name).toBe('白水教育');
  });

  it('the proper level reviews: 主管单位 first, and the city where the office itself asks', async () => {
    const first = await askOpening(app, AREA, school.id, asked('实验小学微博'), of(school));
    await expect(act(first, 'agreed', of(school))).rejects.toThrow('主管单位');
    await act(first, 'agreed', of(bureau, [school]));
    expect(await stateOf(first)).toBe('with_office');
    const own = await askOpening(app, AREA, hall.id, asked('白水发布'), of(hall));
    await expect(act(own, 'granted', office, { filingNumber: '青政媒备9号' })).rejects.toThrow('由青山市政务公开办审核');
    await act(own, 'granted', city, { filingNumber: '青政媒备9号' });
    expect(await stateOf(own)).toBe('filed');
    const titles = async (area: string, name: string, id: string): Promise<string[]> =>
      (await viewInbox(app, area, { names: [name], kinds: ['matter'] }, { number: 1, size: 50 })).rows
        .filter(({ link }) => link === `/areas/${AREA}/accounts?view=matters&matter=${id}`)
        .map(({ title }) => title);
    // Each step stands in the inbox of who takes the next one, the city's own in the city.
    expect(await titles(AREA, bureau.name, first)).toEqual(['开设备案“实验小学微博”：待主管单位初审']);
    expect(await titles(AREA, '政务公开办', first)).toEqual(['开设备案“实验小学微博”：待审核备案']);
    expect(await titles(AREA, school.name, first)).toEqual(['开设备案“实验小学微博”：待审核备案']);
    expect(await titles(WORLD.city.id, '政务公开办', own)).toEqual(['开设备案“白水发布”：待审核备案']);
    expect([await titles(AREA, '政务公开办', own), await titles(AREA, hall.name, own)]).toEqual([
      [],
      ['开设备案“白水发布”：已备案，待投入运行'],
    ]);
  });

  it('a unit sees its own matters and no others', async () => {
    const seen = async (caller: Acting) => (await viewMatters(app, AREA, {}, caller)).rows.map(({ name }) => name);
    expect(await seen(of(school))).toEqual(['实验小学微博']);
    expect((await seen(office)).length).toBeGreaterThan(3);
    const [other] = (await viewMatters(app, AREA, {}, of(hall))).rows;
    await expect(viewMatter(app, AREA, other?.id ?? '', of(town))).rejects.toThrow('没有这件账号事项');
  });
});

describe('R06: an account found without filing', () => {
  it('is 未备案, a problem, outside the base: 111 of 112 pass, 99.11 %, one listed beside', async () => {
    const { rows } = await viewAccounts(app, AREA, office);
    const filed = rows.filter(({ name }) => name.startsWith('东河发布'));
    const id = await recordFound(app, AREA, bureau.id, asked('白水校园', { reason: '巡查时发现' }), office);
    const { accountId: found } = await viewMatter(app, AREA, id, of(bureau));
    await putPeriod(app.db, { ...parsePeriod('2022-11'), areaId: AREA, cutoff: '2022-11-30', closedAt: null });
    const verdict = (channelId: string, good: boolean, inBase = true): PeriodVerdict => ({
      ...{ areaId: AREA, periodId: '2022-11', channelId, verdict: good ? ('pass' as const) : ('fail' as const), reasons: [] },
      carryOver: 'none',
      ...{ failedInARow: 0, score: null, coverage: { run: 1, due: 1 }, inBase, outside: inBase ? null : '未备案', sheet: 's' },
    });
    await replaceVerdicts(app.db, AREA, '2022-11', [
      ...filed.map(({ id: channelId }, i) => verdict(channelId, i > 0)),
      verdict(found ?? '', true, false),
    ]);
    const said = await viewAccounts(app, AREA, office);
    expect(said.rate).toEqual({ base: 112, passing: 111, percent: 99.11 });
    expect(said.rows.filter(({ state }) => state.code === 'unfiled').map(({ name, inBase }) => [name, inBase])).toEqual([
      ['白水校园', false],
    ]);
    expect((await problemOf(found ?? '', 'account_unfiled'))?.projection.status).toBe('confirmed');
    await expect(setAccountState(app, AREA, found ?? '', { state: 'in_operation', from: today }, office)).rejects.toThrow('没有备案');
    const offered = (await viewMatter(app, AREA, id, of(bureau))).acts.map(({ code }) => code);
    expect(offered).toEqual(['asked', 'chose_closing']);

    await act(id, 'asked', of(bureau));
    await act(id, 'granted', office, { filingNumber: '白政媒备3号' });
    expect((await problemOf(found ?? '', 'account_unfiled'))?.projection.status).toBe('closed');
    expect(inBaseOn(await accountOf(app.db, AREA, found), today)).toBe(true);
  });

  it('may be found by the centre, and closed instead', async () => {
    const id = await recordFound(app, AREA, bureau.id, asked('白水课堂', { reason: '群众反映' }), centre);
    const { accountId: found } = await viewMatter(app, AREA, id, centre);
    expect((await problemOf(found ?? '', 'account_unfiled'))?.projection.status).toBe('suspected');
    await act(id, 'chose_closing', of(bureau));
    await act(id, 'reported', of(bureau), { proofIds: await prove(id, of(bureau)) });
    await act(id, 'accepted', office, { from: today });
    expect((await accountOf(app.db, AREA, found)).states.at(-1)).toEqual({ state: 'closed', from: today });
    expect((await problemOf(found ?? '', 'account_unfiled'))?.projection.status).toBe('closed');
  });
});

describe('closing ends with a report that the office accepts', () => {
  it('R07, P15: without a report it stays open in the ledger, with it the problem is closed', async () => {
    const target = accountId(AREA, 'wechat', '东河发布7', town.name);
    const found = await import('./raise-problem.ts');
    const entry = {
      areaId: AREA,
      unitId: town.id,
      channelId: target,
      category: 'account_zombie',
      text: '“僵尸”账号',
      fingerprint: 'z',
    } as const;
    const measured = { lastUpdate: '2022-01-01', limit: 'P6M' };
    const place = { label: '东河发布7', url: null };
    const actor = { role: 'office', unitId: null, name: '王敏' } as const;
    await found.raiseProblem(app.db, { ...entry, place, measured, foundOn: today }, { day: today, at: app.now() }, actor, {
      reason: '',
      data: {},
    });
    await handOver(app, AREA, { only: null, clause: '交办', day: today, at: app.now(), by: actor });
    const id = await beginAboutAccount(app, AREA, about('close', target), office);
    expect((await accountOf(app.db, AREA, target)).states.at(-1)?.state).toBe('closing');
    await expect(act(id, 'accepted', office)).rejects.toThrow('不能接受报备');
    await expect(act(id, 'reported', of(town))).rejects.toThrow('没有附证明');
    expect((await problemOf(target, 'account_zombie'))?.projection.status).toBe('handed_over');

    await act(id, 'reported', of(town), { proofIds: await prove(id, of(town)) });
    expect((await problemOf(target, 'account_zombie'))?.projection.status).toBe('rectified');
    await act(id, 'sent_back', office, { note: '截图看不清' });
    await act(id, 'reported', of(town), { proofIds: await prove(id, of(town)) });
    await act(id, 'accepted', office, { from: today });
    expect([await stateOf(id), (await problemOf(target, 'account_zombie'))?.projection.status]).toEqual(['done', 'closed']);
    expect((await accountOf(app.db, AREA, target)).states.at(-1)?.state).toBe('closed');
  });
});

describe('R08: a cancelled account that answers again', () => {
  const target = accountId(AREA, 'wechat', '东河发布9', town.name);
  it('proof handed in, found alive at the recheck: the task is open again, and its history shows both', async () => {
    today = '2022-12-06';
    const id = await beginAboutAccount(app, AREA, about('cancel', target), of(town));
    await expect(addMatterProof(app, AREA, id, { name: 'x.png', bytes: Buffer.from('<svg/>') }, of(town))).rejects.toThrow('不能上传');
    await act(id, 'granted', office);
    const proofIds = await prove(id, of(town));
    expect((await readMatterProof(app, AREA, id, proofIds[0] ?? '', office)).fileName).toBe('注销截图.png');
    await expect(readMatterProof(app, AREA, id, proofIds[0] ?? '', of(school))).rejects.toThrow('没有这件账号事项');
    await act(id, 'reported', of(town), { proofIds });
    await act(id, 'accepted', office, { from: today });
    const watched = await viewMatter(app, AREA, id, office);
    expect([watched.state.code, watched.dueOn, watched.recheckDue]).toEqual(['watching', '2023-02-04', false]);
    // The same screenshot stood as proof of other accounts.
    expect(watched.proofs[0]?.alsoFor).toMatchObject([
      { grade: 'same', name: '东河发布7' },
      { grade: 'same', name: '白水课堂' },
    ]);
    // One of them is an account of another unit.
    expect((await viewMatter(app, AREA, id, of(town))).proofs[0]?.alsoFor).toEqual([]);

    today = '2023-02-06';
    expect((await viewMatter(app, AREA, id, office)).recheckDue).toBe(true);
    await act(id, 'rechecked_alive', centre, { note: '手机上仍能搜到并打开' });
    const again = await viewMatter(app, AREA, id, of(town));
    expect([again.state.code, again.dueOn]).toEqual(['in_hand', '2023-02-13']);
    expect(again.events.map((event) => event.act.code)).toEqual(['asked', 'granted', 'reported', 'accepted', 'rechecked_alive']);
    expect((await accountOf(app.db, AREA, target)).states.slice(-3).map(({ state }) => state)).toEqual(['closing', 'cancelled', 'closing']);
    expect((await problemOf(target, 'account_not_cancelled'))?.projection.status).toBe('suspected');

    await act(id, 'reported', of(town), { proofIds });
    await act(id, 'accepted', office, { from: today, recheckOn: '2023-02-20' });
    expect((await problemOf(target, 'account_not_cancelled'))?.projection.status).toBe('closed');
    today = '2023-02-20';
    await act(id, 'rechecked_gone', centre);
    expect(await stateOf(id)).toBe('done');
  });

  it('a machine that sees it post reopens the task; that it is gone no machine says', async () => {
    today = '2023-02-27';
    expect(await recheckCancelled(app, AREA)).toEqual([]);
    const post = { accountId: target, title: '东河镇春耕备耕', url: null, original: null, source: '表', blob: null };
    await upsertPosts(app.db, [{ ...post, date: '2023-02-26' }]);
    const [id = ''] = await recheckCancelled(app, AREA);
    const back = await viewMatter(app, AREA, id, office);
    expect([back.state.code, back.events.at(-1)?.by, back.events.at(-1)?.words]).toEqual([
      'in_hand',
      '明察',
      '2023-03-06 前办理，2023-02-26 发布“东河镇春耕备耕”',
    ]);
    expect(await recheckCancelled(app, AREA)).toEqual([]);
  });
});

it('a change of name goes through filing and keeps the account', async () => {
  const target = accountId(AREA, 'wechat', '东河发布3', town.name);
  const id = await beginAboutAccount(app, AREA, { ...about('change', target), name: '东河融媒', person: '周洁' }, of(town));
  await expect(beginAboutAccount(app, AREA, about('close', target), of(town))).rejects.toThrow('已有一件事项');
  await act(id, 'granted', office);
  expect((await accountOf(app.db, AREA, target)).name).toBe('东河融媒');
  await expect(beginAboutAccount(app, AREA, about('close', target), of(school))).rejects.toThrow('没有这个账号');
});

it('a closing that was ordered of the wrong account is taken back with a reason: the account goes on, and another matter may begin', async () => {
  const target = accountId(AREA, 'wechat', '东河发布4', town.name);
  const stateNow = async () => (await accountOf(app.db, AREA, target)).states.at(-1)?.state;
  const before = await stateNow();
  const id = await beginAboutAccount(app, AREA, about('close', target), office);
  expect(await stateNow()).toBe('closing');
  await expect(act(id, 'withdrawn', of(town), { note: '不想关' })).rejects.toThrow('不由您办理');
  await expect(act(id, 'withdrawn', office, { note: ' ' })).rejects.toThrow('没有写明理由');
  await act(id, 'withdrawn', office, { note: '选错了账号' });
  expect([await stateOf(id), await stateNow()]).toEqual(['withdrawn', before]);
  expect((await viewMatter(app, AREA, id, of(town))).events.at(-1)).toMatchObject({ note: '选错了账号' });
  expect(await beginAboutAccount(app, AREA, about('cancel', target), office)).not.toBe(id);
});

describe('S01: yearly statements', () => {
  const list = async (caller: Acting = office) => (await viewStatements(app, AREA, 2023, caller)).rows;
  it('a channel without a signed statement is listed; the person named signs, or a scan is handed in', async () => {
    const channelId = accountId(AREA, 'wechat', '东河发布1', town.name);
    const key = { channelId, year: 2023 };
    expect((await list()).every(({ state }) => state.code === 'none')).toBe(true);
    await expect(signFor(app, AREA, key, null, of(town))).rejects.toThrow('还没有明确责任人');
    await namePerson(app, AREA, { ...key, person: '东河镇李强', post: '镇长', phone: null }, of(town));
    await expect(signFor(app, AREA, key, null, { ...of(town), name: '别人' })).rejects.toThrow('本人签订');
    expect((await list()).find((row) => row.channelId === channelId)?.state.name).toBe('未签订');
    await signFor(app, AREA, key, null, of(town));
    await expect(signFor(app, AREA, key, PNG, of(town))).rejects.toThrow('已于 2023-02-27 签订');
    await namePerson(app, AREA, { ...key, person: '周洁', post: null, phone: null }, office);
    await signFor(app, AREA, key, PNG, office);
    const row = (await list()).at(-1);
    expect([row?.channelId, row?.state.name, row?.person, row?.onPaper]).toEqual([channelId, '已签订', '周洁', true]);
    expect((await list(of(school))).length).toBe(0);
    await expect(namePerson(app, AREA, { ...key, person: '甲', post: null, phone: null }, of(school))).rejects.toThrow(
      '没有这个网站或账号',
    );
  });
});

function about(kind: 'close' | 'cancel' | 'change', target: string) {
  return { kind, accountId: target, name: null, purpose: null, person: null, phone: null, reason: '长期无力维护', problemIds: [] };
}
