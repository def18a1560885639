import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { observation, WORLD } from '../../../tests/support/store-world.ts';
import { finding } from '../../checks/lib/result.ts';
import { type CalendarDate, instantOf } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import { parsePeriod } from '../../core/period.ts';
import type { UserRole } from '../../core/role.ts';
import { WORK_CALENDAR } from '../../core/work-calendar.ts';
import { makeFact } from '../../evidence/fact.ts';
import { folderStore } from '../../evidence/folder-store.ts';
import { insertFacts } from '../../store/facts.ts';
import { listEvents } from '../../store/problem-events.ts';
import { listProblems } from '../../store/problems.ts';
import type { PromptQuery } from '../../store/prompt-pages.ts';
import { writeRegister } from '../../store/register.ts';
import { putSetting } from '../../store/settings.ts';
import { type Unit, unitId } from '../../subjects/unit.ts';
import { settingsOf } from '../area-settings.ts';
import { ledgerOf } from '../ledger/entries.ts';
import { reconcileDay } from '../ledger/reconcile-day.ts';
import { viewInbox } from '../messages/inbox.ts';
import { viewReminders } from '../messages/reminder-record.ts';
import type { App } from '../open.ts';
import { dismissedBy } from '../periods/dismissed.ts';
import { filePatrol, fixOwnFinding, type OwnFinding } from './file-patrol.ts';
import { viewMyPrompts } from './my-prompts.ts';
import { promptActivities } from './notice-activities.ts';
import { promptFile, promptsFile } from './prompt-file.ts';
import { remindMissing, remindOfPrompts } from './remind-missing.ts';
import { sayOfPrompt } from './say.ts';
import { type PromptWish, sendPrompt, takeBackPrompt } from './send-prompt.ts';
import { viewPatrols } from './view-patrols.ts';
import { viewPrompt, viewPrompts } from './view-prompts.ts';

const areaId = WORLD.county.id;
const { site, column, housing } = WORLD;
const UNITS: Unit[] = Array.from({ length: 40 }, (_, i) => ({
  ...housing,
  ...{ id: unitId(areaId, `单位${i}`), name: `单位${i}`, aliases: [], namePlates: [], order: i + 10 },
  ...(i < 16 ? { kind: 'town' as const, group: '乡（镇）' } : { group: '县直单位' }),
}));
const idOf = (i: number): string => (UNITS[i] as Unit).id;
const home = mkdtempSync(join(tmpdir(), 'mingcha-prompts-'));
let database: TestDatabase;
let app: App;
let now = instantOf('2024-04-25', '10:00');

const caller = (role: UserRole, units: string[] | null = null) => ({
  name: role === 'unit' ? '联络员' : '县政务公开办',
  role,
  scope: { units, categories: null },
});
const office = caller('office');
const wish = (over: Partial<PromptWish> = {}): PromptWish => ({
  ...{
    kind: 'task',
    heading: '制作依申请公开流程图',
    text: '请制作流程图并上墙。',
    dueOn: null,
    categories: [],
    unitIds: UNITS.slice(0, 17).map(({ id }) => id),
  },
  ...over,
});
const SAID = { note: null, proof: null, found: null, fixed: null };
const ALL = { state: null, kind: null, words: null, order: 'sent', page: 1, size: 20 } as const;
const done = (prompt: string, i: number, over = {}) =>
  sayOfPrompt(app, areaId, prompt, { unitId: idOf(i), act: 'done', ...SAID, ...over }, caller('unit', [idOf(i)]));
const at = (day: CalendarDate, time = '10:00') => {
  now = instantOf(day, time);
};

beforeAll(async () => {
  database = await testDatabase();
  await writeRegister(database.db, { ...WORLD.register, units: [...WORLD.register.units, ...UNITS] });
  await putSetting(database.db, areaId, 'messages', { address: 'https://mc.example.gov.cn' });
  await putSetting(database.db, areaId, 'head', { issuer: '县政务公开办' });
  const config = { home, databaseUrl: database.url, allowNetworks: [], host: '', port: 0, contact: null };
  app = { db: database.db, databaseUrl: database.url, blobs: folderStore(home), config, now: () => now, close: async () => undefined };
});
afterAll(async () => {
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

describe('O07, O08: a prompt to 17 units', () => {
  let id = '';
  it('goes out with text for the work group, and into every inbox', async () => {
    at('2024-04-25');
    id = await sendPrompt(app, areaId, wish({ dueOn: '2024-04-30' }), office);
    const view = await viewPrompt(app, areaId, id);
    expect(view.groupText.split('\n')).toEqual([
      '【制作依申请公开流程图】',
      UNITS.slice(0, 17)
        .map(({ name }) => `@${name}`)
        .join(' '),
      '请制作流程图并上墙。',
      '请于4月30日（星期二）前（含当日）完成。',
      `确认收到、反馈完成：https://mc.example.gov.cn/areas/${areaId}/prompts?prompt=${id}`,
      '县政务公开办',
      '2024年4月25日',
    ]);
    const inbox = await viewInbox(app, areaId, { names: ['单位3'] } as never, { number: 1, size: 10 });
    expect(inbox.rows.map(({ title }) => title)).toEqual(['工作提示：制作依申请公开流程图']);
    expect((await viewMyPrompts(app, areaId, { units: [idOf(3)], categories: null }, [])).open.map(({ heading }) => heading)).toEqual([
      '制作依申请公开流程图',
    ]);
  });

  it('the order of completion gives the fast ones, up to the second day; what is done after the due day is slow', async () => {
    for (const [i, unit] of [5, 3, 11, 0, 16].entries()) {
      at(unit === 16 ? '2024-04-27' : '2024-04-26', `1${i}:00`);
      await done(id, unit, { note: '已上墙', proof: 'https://a.gov.cn/1.html' });
    }
    at('2024-04-28', '00:00');
    await done(id, 1);
    await sayOfPrompt(app, areaId, id, { unitId: idOf(2), act: 'received', ...SAID }, caller('unit', [idOf(2)]));
    at('2024-05-06');
    await done(id, 2);
    const { units, counts } = await viewPrompt(app, areaId, id);
    const of = (speed: string) => units.filter((row) => row.speed.code === speed).toSorted((a, b) => (a.place ?? 99) - (b.place ?? 99));
    expect(of('fast').map(({ unit }) => unit.name)).toEqual([5, 3, 11, 0, 16].map((i) => `单位${i}`));
    expect(of('in_time').map(({ unit }) => unit.name)).toEqual(['单位1']);
    expect(of('slow').length).toBe(11);
    expect(counts).toMatchObject({ asked: 17, received: 7, done: 7 });
    const [row] = (await viewPrompts(app, areaId, ALL)).rows;
    expect(row).toMatchObject({ state: { code: 'late' }, counts: { asked: 17, done: 7 } });
  });

  it('stands in the notice of the month as it was at the cut-off, a whole group by its name', async () => {
    const print = (period: string, cutoff: string) =>
      promptActivities(app, areaId, { period: parsePeriod(period), cutoff, units: UNITS, host: '县政务公开办' });
    expect(await print('2024-04', '2024-04-30')).toMatchObject([
      {
        ...{ kind: 'prompt', host: '县政务公开办', matter: '制作依申请公开流程图', from: '2024-04-25', due: '2024-04-30' },
        ...{ group: { name: '乡（镇）', units: 16 }, units: ['单位16'], slow: [] },
        quick: [5, 3, 11, 0, 16].map((i) => `单位${i}`),
      },
    ]);
    expect(await print('2024-05', '2024-05-31')).toEqual([]);
  });

  it('P11: is reminded of once a day by hand, by the program once a step, and it counts', async () => {
    expect(await remindMissing(app, areaId, id, [], office)).toBe(10);
    expect(await remindMissing(app, areaId, id, [idOf(4)], office)).toBe(0);
    const settings = settingsOf(new Map());
    expect(await remindOfPrompts(app, areaId, settings, WORK_CALENDAR)).toBe(10);
    expect(await remindOfPrompts(app, areaId, settings, WORK_CALENDAR)).toBe(0);
    at('2024-05-07');
    expect(await remindMissing(app, areaId, id, [idOf(4)], office)).toBe(1);
    const { units } = await viewReminders(app, areaId, { unitIds: [idOf(4)] });
    expect(units).toMatchObject([{ count: 3, words: '多次被提醒（3次：2024-05-06、2024-05-06、2024-05-07）' }]);
    expect((await viewPrompt(app, areaId, id)).units[4]?.reminded).toBe(3);
    expect((await viewPrompt(app, areaId, id)).urgingText).toContain('现已逾期');
  });

  it('the office writes down what it was told, and gives back what is not done', async () => {
    const told = (over: object, on: { day: string; time: string | null } | null = null) =>
      sayOfPrompt(app, areaId, id, { unitId: idOf(4), act: 'done', ...SAID, ...over }, office, on);
    await expect(told({}, { day: '2024-04-24', time: null })).rejects.toThrow(/2024-04-25 至 2024-05-07/);
    await told({}, { day: '2024-04-30', time: null });
    expect((await viewPrompt(app, areaId, id)).units[4]).toMatchObject({ speed: { code: 'in_time' }, doneOn: '2024-04-30' });
    await expect(told({})).rejects.toThrow(/已经反馈完成/);
    await expect(told({ act: 'returned' })).rejects.toThrow(/理由/);
    await told({ act: 'returned', note: '照片看不清' });
    expect((await viewPrompt(app, areaId, id)).units[4]).toMatchObject({ speed: { code: 'slow' }, doneAt: null });
    const my = await viewMyPrompts(app, areaId, { units: [idOf(4)], categories: null }, []);
    expect(my.open[0]).toMatchObject({ returned: '照片看不清', overdue: true });
  });

  it('is a workbook with the day and the rule', async () => {
    const { bytes, fileName } = await promptFile(app, areaId, id);
    expect(fileName).toBe('白水县制作依申请公开流程图落实情况2024-05-07.xlsx');
    expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK');
    expect((await promptsFile(app, areaId, ALL)).fileName).toBe('白水县工作提示2024-05-07.xlsx');
  });

  it('no unit sees or answers what another was asked', async () => {
    const other = caller('unit', [idOf(20)]);
    await expect(sayOfPrompt(app, areaId, id, { unitId: idOf(4), act: 'done', ...SAID }, other)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(sayOfPrompt(app, areaId, id, { unitId: idOf(20), act: 'done', ...SAID }, other)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await viewMyPrompts(app, areaId, other.scope, [idOf(4)])).open).toEqual([]);
  });

  it('taken back, it is asked of nobody and printed nowhere', async () => {
    await takeBackPrompt(app, areaId, id, '另行通知', office);
    await expect(done(id, 6)).rejects.toThrow(/已经撤回/);
    await expect(takeBackPrompt(app, areaId, id, '再次', office)).rejects.toMatchObject({ code: 'not-found' });
    expect((await viewMyPrompts(app, areaId, { units: [idOf(6)], categories: null }, [])).open).toEqual([]);
    expect(await remindMissing(app, areaId, id, [], office)).toBe(0);
  });

  it.each<[string, Partial<PromptWish>, string]>([
    ['a day that has passed', { dueOn: '2024-05-06' }, 'dueOn'],
    ['nobody asked', { unitIds: [] }, 'unitIds'],
    ['a unit that is not there', { unitIds: ['u9'] }, 'unitIds'],
    ['a self-check of nothing', { kind: 'self_check' }, 'categories'],
  ])('is refused with %s', async (_, over, field) => {
    const error = await sendPrompt(app, areaId, wish(over), office).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(MingchaError);
    expect((error as MingchaError).faults?.map((one) => one.field)).toContain(field);
  });
});

describe('P10: a class of problems as a self-check', () => {
  it('sent to 40 units: answers are counted, and each sees its own problems of the class first', async () => {
    at('2024-05-08');
    const own = {
      category: 'text_error',
      channelId: null,
      columnId: null,
      place: '通知公告',
      url: null,
      text: '“部署”误为“布署”',
      fixed: null,
    } as const;
    await filePatrol(
      app,
      areaId,
      { unitId: idOf(7), day: '2024-05-08', scope: '网站首页', note: null, promptId: null, findings: [own] },
      caller('unit', [idOf(7)]),
    );
    const id = await sendPrompt(
      app,
      areaId,
      wish({ kind: 'self_check', heading: '排查错别字', categories: ['text_error'], unitIds: UNITS.map((unit) => unit.id) }),
      office,
    );
    const mine = (i: number) => viewMyPrompts(app, areaId, { units: [idOf(i)], categories: null }, []);
    expect((await mine(7)).open[0]?.own).toMatchObject({ total: 1, rows: [{ text: own.text, status: { code: 'self_found' } }] });
    expect((await mine(8)).open.find((row) => row.id === id)?.own).toEqual({ total: 0, rows: [] });
    await expect(done(id, 0)).rejects.toThrow(/没有发现填 0/);
    await expect(done(id, 0, { found: 1, fixed: 2 })).rejects.toThrow(/不能多于/);
    for (let i = 0; i < 40; i++) await done(id, i, { found: i < 30 ? 0 : i - 29, fixed: i < 30 ? 0 : 1 });
    const { answers, counts } = await viewPrompt(app, areaId, id);
    expect(answers).toEqual({ answered: 40, clean: 30, withProblems: 10, found: 55, fixed: 10 });
    expect(counts).toMatchObject({ asked: 40, done: 40 });
  });
});

describe('the list of prompts', () => {
  const ids = async (over: Partial<PromptQuery & { page: number; size: number }>) => {
    const { rows, total } = await viewPrompts(app, areaId, { ...ALL, size: 200, ...over });
    return { ids: rows.map((row) => row.id), total, rows };
  };

  it('is narrowed and ordered by the database as each prompt’s own standings say, a page at a time', async () => {
    at('2024-05-08');
    const toTwo = { unitIds: [idOf(0), idOf(1)] };
    const late = await sendPrompt(app, areaId, wish({ ...toTwo, heading: '报送信息', dueOn: '2024-05-09' }), office);
    const returned = await sendPrompt(app, areaId, wish({ ...toTwo, heading: '更新领导信息', dueOn: '2024-05-10' }), office);
    const twice = await sendPrompt(app, areaId, wish({ ...toTwo, heading: '更新机构信息', dueOn: '2024-05-10' }), office);
    await sendPrompt(app, areaId, wish({ unitIds: [idOf(3)], heading: '没有时限' }), office);
    const said = (prompt: string, i: number, act: 'received' | 'returned') =>
      sayOfPrompt(app, areaId, prompt, { unitId: idOf(i), act, ...SAID, note: '不清楚' }, office);
    await said(late, 0, 'received');
    for (const i of [0, 1]) for (const prompt of [returned, twice]) await done(prompt, i);
    await said(returned, 1, 'returned');
    await said(twice, 1, 'returned');
    await done(twice, 1);
    at('2024-05-10');
    const { rows, total } = await ids({});
    const states = ['late', 'running', 'done', 'withdrawn'] as const;
    expect(new Set(rows.map(({ state }) => state.code))).toEqual(new Set(states));
    expect(total).toBe(rows.length);
    for (const state of states) {
      const those = rows.filter((row) => row.state.code === state).map((row) => row.id);
      expect(await ids({ state })).toMatchObject({ ids: those, total: those.length });
    }
    expect((await ids({ words: '信息', kind: 'task' })).ids.toSorted()).toEqual([late, returned, twice].toSorted());
    expect((await ids({ words: '信_' })).total).toBe(0);
    const missing = ({ counts }: (typeof rows)[number]): number => counts.asked - counts.done;
    const byMissing = rows.toSorted((a, b) => missing(b) - missing(a)).map((row) => row.id);
    expect((await ids({ order: 'missing' })).ids).toEqual(byMissing);
    const byDue = rows.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')).map((row) => row.id);
    expect((await ids({ order: 'due' })).ids).toEqual(byDue);
    expect(await ids({ order: 'due', page: 2, size: 2 })).toMatchObject({ ids: byDue.slice(2, 4), total });
    expect(await ids({ page: 90 })).toMatchObject({ ids: [], total });
  });
});

describe('M20: a unit’s own patrol', () => {
  const mine = caller('unit', [housing.id]);
  const stale: OwnFinding = {
    ...{ category: 'column_overdue', channelId: site.id, columnId: column.id, place: '负责人解读', url: null },
    ...{ text: '半年没有更新', fixed: '已发布最新解读' },
  };
  const patrol = (day: string, findings: OwnFinding[]) =>
    filePatrol(app, areaId, { unitId: housing.id, day, scope: '本单位全部栏目', note: null, promptId: null, findings }, mine);

  it('filed and fixed on day 1, found on day 3: no new problem, nobody blamed, shown as self-found', async () => {
    at('2024-05-13');
    await patrol('2024-05-13', [stale]);
    at('2024-05-15');
    const fact = makeFact({
      kind: 'home',
      channelId: site.id,
      subjectId: site.id,
      at: now,
      source: site.url,
      how: 'http/1',
      blob: null,
      data: { url: site.url, outcome: 'ok', items: [], newestDate: null, navigationOnly: false },
    });
    await insertFacts(app.db, [fact]);
    const found = finding(
      'problem',
      'column_overdue',
      { type: 'column', id: column.id, label: '负责人解读', url: null },
      '超过半年未更新',
      [fact.id],
      {},
    );
    const seen = observation(column.id, { day: '2024-05-15', verdict: 'fail', findings: [found] });
    const { opened } = await reconcileDay(app, areaId, '2024-05-15', [seen], now);
    expect(opened).toEqual([]);
    const { rows } = await listProblems(app.db, areaId, { unitIds: [housing.id] });
    expect(rows.map(({ projection }) => projection.status)).toEqual(['self_fixed']);
    expect((await listEvents(app.db, rows[0]?.id ?? '')).map(({ act, by }) => [act, by.role])).toEqual([
      ['found', 'unit'],
      ['reported_fixed', 'unit'],
      ['found', 'machine'],
    ]);
    // The result of the period does not count it either.
    expect(dismissedBy(await ledgerOf(app.db, areaId), '2024-05-31')(found, seen)).toBe(true);
    const view = await viewPatrols(app, areaId, { units: null, categories: null }, { unitIds: [housing.id] });
    expect(view.rows[0]?.problems).toMatchObject([
      { foundOn: '2024-05-13', fixedOn: '2024-05-13', alsoFoundOn: '2024-05-15', status: { name: '自查已整改' } },
    ]);
    expect(view.units).toMatchObject([{ patrols: 1, found: 1, fixed: 1, first: 1 }]);
  });

  it('nothing found is a patrol too, and what is fixed later is fixed then', async () => {
    await patrol('2024-05-15', []);
    await patrol('2024-05-14', [
      { ...stale, category: 'broken_link', columnId: null, url: 'http://www.baishui.gov.cn/x', text: '打不开', fixed: null },
    ]);
    const { rows } = await listProblems(app.db, areaId, { categories: ['broken_link'] });
    const problemId = rows[0]?.id ?? '';
    const other = caller('unit', [idOf(1)]);
    await expect(fixOwnFinding(app, areaId, { problemId, note: '已删除' }, other)).rejects.toMatchObject({ code: 'not-found' });
    await fixOwnFinding(app, areaId, { problemId, note: '已删除' }, mine);
    await expect(fixOwnFinding(app, areaId, { problemId, note: '已删除' }, mine)).rejects.toThrow(/不在自查整改中/);
    const all = await viewPatrols(app, areaId, other.scope, { unitIds: [housing.id] });
    expect([all.rows, all.choices.channels]).toEqual([[], []]);
  });

  it.each<[string, string, OwnFinding[], RegExp]>([
    ['a day long past', '2024-05-11', [], /2024-05-12 至 2024-05-15/],
    ['a day to come', '2024-05-16', [], /2024-05-12 至 2024-05-15/],
    ['the same problem twice', '2024-05-15', [stale, { ...stale, text: '另一句话' }], /第 2 个问题：与前面/],
    ['a column of another site', '2024-05-15', [{ ...stale, channelId: null }], /不在所选网站上/],
    [
      'a channel of another unit',
      '2024-05-15',
      [{ ...stale, columnId: null, channelId: WORLD.account.id, category: 'account_stale' }],
      /由东河镇负责/,
    ],
  ])('is refused with %s', async (_, day, findings, said) => {
    await expect(patrol(day, findings)).rejects.toThrow(said);
  });

  it('is refused where the office found it before', async () => {
    at('2024-05-16');
    const url = 'http://www.baishui.gov.cn/old';
    const found = finding(
      'problem',
      'broken_link',
      { type: 'page', id: sha256(url).slice(0, 20), label: url, url },
      '打不开',
      ['fact'],
      {},
    );
    await reconcileDay(
      app,
      areaId,
      '2024-05-16',
      [observation(site.id, { day: '2024-05-16', checkId: 'broken-link', verdict: 'fail', findings: [found] })],
      now,
    );
    await expect(patrol('2024-05-16', [{ ...stale, category: 'broken_link', columnId: null, url }])).rejects.toThrow(
      /已在台账中（2024-05-16发现，待确认）/,
    );
  });
});
