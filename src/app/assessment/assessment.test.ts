import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessedYear, OFFICE, problemWith } from '../../../tests/support/assessed-year.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { WHOLE_AREA } from '../../core/role.ts';
import type { AssessmentScheme } from '../../ledger/assessment/scheme.ts';
import type { Snapshot } from '../../notice/snapshot.ts';
import { fullMonth } from '../../notice/testing/fixtures.ts';
import { insertMark } from '../../store/naming-marks.ts';
import { insertNotice } from '../../store/notices.ts';
import { decideObjection, listObjections } from '../../store/objections.ts';
import { listVerdicts } from '../../store/periods.ts';
import { importFile } from '../import/import-file.ts';
import { workbook } from '../import/testing/workbooks.ts';
import { readWorkbook } from '../import/workbook/read-workbook.ts';
import { draftNotice } from '../notices/draft-notice.ts';
import { issueNotice } from '../notices/issue-notice.ts';
import type { App } from '../open.ts';
import { closePeriod } from '../periods/close-period.ts';
import { markAbove, saveAboveResult, viewAbove } from './above.ts';
import { defaultScheme } from './default-scheme.ts';
import { exportUnit } from './export-unit.ts';
import { exportYear } from './export-year.ts';
import { stepYear } from './finalise.ts';
import { addHandEntry, retractEntry } from './hand-entry.ts';
import { saveIndicator, viewIndicators } from './indicators.ts';
import { decideEntry, objectToEntry } from './objections.ts';
import { copyScheme, saveScheme, viewScheme } from './scheme.ts';
import { decideVerdict, objectToVerdict, viewVerdictObjections } from './verdict-objections.ts';
import { viewEntries } from './view-entries.ts';
import { viewYear } from './view-year.ts';

const YEAR = 2022;
const ALL = { unitId: undefined, size: null };
const refused = (code: string) => expect.objectContaining({ code });

let database: TestDatabase;
let app: App;
let now = '2023-01-05T02:00:00.000Z';
let areaId = '';
let units: string[] = [];
let sites: string[] = [];
let problemId = '';

beforeAll(async () => {
  database = await testDatabase();
  app = { db: database.db, now: () => now } as App;
  ({ areaId, unitIds: units, siteIds: sites } = await assessedYear(app, 6));
  problemId = await problemWith(app, { unitId: units[0] as string, channelId: sites[0] as string, text: '栏目超期' }, [
    ['2022-11-01', 'found'],
    ['2022-11-02', 'handed_over', '2022-11-09'],
    ['2022-11-08', 'reported_fixed'],
    ['2022-11-09', 'rechecked_not'],
    ['2022-11-10', 'reported_fixed'],
  ]);
  const rest = { snapshotHash: 'h', disagreements: [], overrideReason: null, supersedes: null, createdAt: now, issuedAt: now };
  const month = fullMonth(44);
  const snapshot: Snapshot = {
    ...month,
    channels: month.channels.slice(0, 1).map((channel) => ({ ...channel, unit: '县住建局', unitPrinted: '县住建局' })),
    problems: [],
  };
  const notice = { areaId, periodId: '2022-10', template: 'monthly-monitoring', title: '10月通报' } as const;
  await insertNotice(app.db, { ...notice, id: 'n', state: 'draft', snapshot, ...rest });
  await app.db.updateTable('notice').set({ state: 'issued' }).where('id', '=', 'n').execute();
  const mark = {
    id: 'm',
    unitId: units[1] as string,
    fault: 'late',
    reason: '年报迟',
    markedOn: '2022-10-20',
    markedBy: '甲',
    markedAt: now,
  } as const;
  await insertMark(app.db, { areaId, ...mark });
  await app.db.updateTable('namingMark').set({ namedIn: 'n' }).where('id', '=', 'm').execute();
});
afterAll(() => database?.drop());

const scoreOf = async (i: number, year = YEAR): Promise<number | undefined> =>
  (await viewYear(app, areaId, year, { unitId: undefined })).units.find(({ unitId }) => unitId === units[i])?.score;
const entriesOf = async (i: number, year = YEAR) => (await viewEntries(app, areaId, year, { unitId: units[i], size: null })).rows;
const save = (scheme: AssessmentScheme, before: number) => saveScheme(app, areaId, scheme, { by: '甲', before });

describe('E01, E02, P06: a year of scores', () => {
  it('is the sum of its entries for every unit, and every entry opens what it rests on', async () => {
    const { units: rows, scheme } = await viewYear(app, areaId, YEAR, { unitId: undefined });
    const { rows: entries } = await viewEntries(app, areaId, YEAR, ALL);
    for (const { unitId, score } of rows) {
      const sum = entries.filter(({ unit }) => unit.id === unitId).reduce((total, { counted }) => total + Math.round(counted * 100), 0);
      expect(score).toBe((scheme.fullScore * 100 + sum) / 100);
    }
    expect((await entriesOf(0)).map(({ item, day, points, basis }) => [item.id, day, points, basis.kind, basis.problems])).toEqual([
      ['monitoring', '2022-10-31', -1, 'period', []],
      ['overdue', '2022-11-02', -0.2, 'problem', [problemId]],
      ['recheck', '2022-11-09', -2, 'problem', [problemId]],
      ['monitoring', '2022-11-30', -1, 'period', [problemId]],
      ['monitoring', '2022-12-31', -1, 'period', [problemId]],
    ]);
    expect(await entriesOf(1)).toMatchObject([
      {
        item: { id: 'named' },
        points: -2,
        basis: { notice: { id: 'n', title: '10月通报' } },
        reason: expect.stringContaining('信息公开不及时'),
      },
      { item: { id: 'monitoring' }, basis: { period: { id: '2022-11' } } },
    ]);
  });

  it('ranks within groups, ties sharing a place, and shows a unit its own rows only', async () => {
    const { units: rows } = await viewYear(app, areaId, YEAR, { unitId: undefined });
    expect(rows.map(({ group, place, score }) => [group, place, score])).toEqual([
      ['县直部门', 3, 94.8],
      ['县直部门', 2, 97],
      ['县直部门', 1, 100],
      ['乡镇', 1, 100],
      ['乡镇', 1, 100],
      ['乡镇', 1, 100],
    ]);
    expect((await viewYear(app, areaId, YEAR, { unitId: units[1] })).units.map(({ unitId }) => unitId)).toEqual([units[1]]);
  });
});

describe('E03, E06: schemes', () => {
  it('of two years are apart: a change of one leaves the scores of the other', async () => {
    const before = await scoreOf(0);
    await save(defaultScheme(YEAR, { weights: { month: 1, quarter: 3 }, deductions: { fail: 1 } }), 0);
    const next = await copyScheme(app, areaId, { from: YEAR, to: 2023, by: '甲' });
    expect([next.scheme.title, next.scheme.validFrom, next.scheme.documentNumber]).toEqual([
      '2023年度政务公开工作考核实施方案',
      '2023-01-01',
      null,
    ]);
    await save(
      { ...next.scheme, documentNumber: '白政公开办〔2023〕5号', items: next.scheme.items.map((item) => ({ ...item, base: 5 })) },
      1,
    );
    expect([await scoreOf(0), await scoreOf(0, 2023)]).toEqual([before, 40]);
    expect((await viewScheme(app, areaId, 2023)).versions.map(({ version, documentNumber }) => [version, documentNumber])).toEqual([
      [2, '白政公开办〔2023〕5号'],
      [1, null],
    ]);
  });

  it('cap what an item takes away: further entries add 0 and say so', async () => {
    const { scheme, version } = await viewScheme(app, areaId, YEAR);
    const capped = { ...scheme, items: scheme.items.map((item) => (item.id === 'monitoring' ? { ...item, cap: 2 } : item)) };
    await save(capped, version);
    const monitoring = (await entriesOf(0)).filter(({ item }) => item.id === 'monitoring');
    expect(monitoring.map(({ points, counted, capped: said }) => [points, counted, said])).toEqual([
      [-1, -1, 'no'],
      [-1, -1, 'no'],
      [-1, 0, 'whole'],
    ]);
    await save(scheme, version + 1);
  });

  it('refuse what is wrong by item, and a save over somebody else’s', async () => {
    const { scheme } = await viewScheme(app, areaId, YEAR);
    await expect(save({ ...scheme, items: [] }, 3)).rejects.toEqual(refused('bad-input'));
    await expect(save(scheme, 0)).rejects.toEqual(refused('conflict'));
  });
});

describe('entries by hand', () => {
  it('carry proof and person, count once, and stay to be read when taken back', async () => {
    const wanted = {
      itemId: 'bonus',
      unitId: units[3] as string,
      day: '2022-06-01',
      points: 2,
      reason: '经验做法被省转发',
      proof: '省简报第5期',
      by: '甲',
    };
    await addHandEntry(app, areaId, YEAR, wanted);
    expect([await scoreOf(3), (await entriesOf(3))[0]?.basis.hand]).toMatchObject([102, { proof: '省简报第5期', by: '甲' }]);
    await expect(addHandEntry(app, areaId, YEAR, wanted)).rejects.toEqual(refused('conflict'));
    await expect(addHandEntry(app, areaId, YEAR, { ...wanted, day: '2023-01-01' })).rejects.toEqual(refused('bad-input'));
    const handId = (await entriesOf(3))[0]?.basis.hand?.id as string;
    await retractEntry(app, areaId, YEAR, { handId, reason: '重复', by: '乙' });
    const { retracted } = await viewEntries(app, areaId, YEAR, ALL);
    expect([await scoreOf(3), retracted]).toMatchObject([100, [{ by: '甲', retractedBy: '乙', retractedReason: '重复' }]]);
  });

  it('E07: satisfaction stands in the unit’s sheet, with what was entered for it and with nothing', async () => {
    const rowOf = async (unit: number) => {
      const { bytes, fileName } = await exportUnit(app, areaId, YEAR, units[unit] as string);
      const row = readWorkbook(bytes, fileName)[0]?.rows.find(({ cells }) => cells[0]?.text === '政务服务满意度');
      return row?.cells.map(({ text }) => text);
    };
    const wanted = { itemId: 'satisfaction', unitId: units[5] as string, day: '2022-12-20', points: 1, reason: '好差评参评率1%（3/300）' };
    await addHandEntry(app, areaId, YEAR, { ...wanted, proof: '好差评系统年度报表', by: '甲' });
    expect(await rowOf(5)).toEqual(['政务服务满意度', '人工记分', '0', '5', '1', '-1', '-1']);
    expect(await rowOf(4)).toEqual(['政务服务满意度', '人工记分', '0', '5', '0', '0', '0']);
    const { rows } = await viewEntries(app, areaId, YEAR, { unitId: units[5], itemId: 'satisfaction', size: null });
    await retractEntry(app, areaId, YEAR, { handId: rows[0]?.basis.hand?.id as string, reason: '测试', by: '乙' });
  });
});

describe('E01, V09: objections, the second person and the frozen year', () => {
  it('an accepted objection changes the entry; both versions and both persons stay', async () => {
    const entry = (await entriesOf(1)).find(({ item }) => item.id === 'monitoring');
    const wanted = { entryId: entry?.id as string, unitId: units[1] as string, reason: '当月已备案停用', proof: '备案表', by: '丙' };
    await expect(objectToEntry(app, areaId, YEAR, { ...wanted, unitId: units[2] as string })).rejects.toEqual(refused('not-allowed'));
    await objectToEntry(app, areaId, YEAR, wanted);
    await expect(stepYear(app, areaId, YEAR, { act: 'submitted', by: '甲', note: '' })).rejects.toEqual(refused('refused'));
    const objectionId = (await entriesOf(1)).flatMap(({ objections }) => objections)[0]?.id as string;
    const decision = { objectionId, accept: true, points: 0, reason: '属实', by: '甲' };
    await expect(decideEntry(app, areaId, YEAR, { ...decision, by: '丙' })).rejects.toEqual(refused('refused'));
    await expect(decideEntry(app, areaId, YEAR, { ...decision, points: -3 })).rejects.toEqual(refused('bad-input'));
    await decideEntry(app, areaId, YEAR, decision);
    const after = (await entriesOf(1)).find(({ id }) => id === entry?.id);
    expect([after?.points, after?.objections[0]]).toMatchObject([
      0,
      { raisedBy: '丙', before: { points: -1 }, after: { points: 0 }, decision: { by: '甲', reason: '属实', outcome: 'accepted' } },
    ]);
    await expect(decideEntry(app, areaId, YEAR, decision)).rejects.toEqual(refused('conflict'));
  });

  it('another person than who handed it in makes it final, and nothing moves it any more', async () => {
    await expect(stepYear(app, areaId, YEAR, { act: 'finalised', by: '乙', note: '' })).rejects.toEqual(refused('refused'));
    await stepYear(app, areaId, YEAR, { act: 'submitted', by: '甲', note: '' });
    await expect(stepYear(app, areaId, YEAR, { act: 'finalised', by: '甲', note: '' })).rejects.toEqual(refused('refused'));
    const wanted = { itemId: 'bonus', unitId: units[4] as string, day: '2022-06-01', points: 1, reason: '加分', proof: '文', by: '甲' };
    await addHandEntry(app, areaId, YEAR, wanted);
    await expect(stepYear(app, areaId, YEAR, { act: 'finalised', by: '乙', note: '' })).rejects.toEqual(refused('conflict'));
    await stepYear(app, areaId, YEAR, { act: 'returned', by: '乙', note: '多了一笔' });
    await stepYear(app, areaId, YEAR, { act: 'submitted', by: '甲', note: '' });
    const final = await stepYear(app, areaId, YEAR, { act: 'finalised', by: '乙', note: '' });
    expect([final.stage.code, final.acts.map(({ act, by }) => [act.code, by])]).toEqual([
      'finalised',
      [
        ['submitted', '甲'],
        ['returned', '乙'],
        ['submitted', '甲'],
        ['finalised', '乙'],
      ],
    ]);
    await expect(addHandEntry(app, areaId, YEAR, { ...wanted, reason: '又一笔' })).rejects.toEqual(refused('refused'));
    await app.db.updateTable('channelVerdict').set({ verdict: 'fail' }).where('periodId', '=', '2022-12').execute();
    expect(await scoreOf(2)).toBe(100);
    await app.db.updateTable('channelVerdict').set({ verdict: 'pass' }).where('periodId', '=', '2022-12').execute();
    expect((await viewYear(app, areaId, 2023, { unitId: undefined })).units[0]?.lastYear).toEqual({ score: 94.8, place: 3 });
    // A problem it rests on turns out to be none: the frozen score stays, and says so.
    const fallen = async () =>
      (await viewYear(app, areaId, YEAR, { unitId: undefined })).units.flatMap(({ unitId, takenBack }) => (takenBack > 0 ? [unitId] : []));
    const [before, id] = [await scoreOf(0), (await entriesOf(0)).flatMap(({ basis }) => basis.problems)[0] as string];
    expect(await fallen()).toEqual([]);
    const { status } = await app.db.selectFrom('problem').select('status').where('id', '=', id).executeTakeFirstOrThrow();
    await app.db.updateTable('problem').set({ status: 'withdrawn' }).where('id', '=', id).execute();
    expect([await fallen(), await scoreOf(0)]).toEqual([[units[0]], before]);
    await app.db.updateTable('problem').set({ status }).where('id', '=', id).execute();
  });
});

describe('files', () => {
  it('E08: all notices of a unit for the year, its problems and entries', async () => {
    const { bytes, fileName } = await exportUnit(app, areaId, YEAR, units[0] as string);
    const sheets = readWorkbook(bytes, fileName);
    expect(sheets.map(({ name, rows }) => [name, rows.length - 3])).toEqual([
      ['各项得分', 9],
      ['通报', 1],
      ['问题', 1],
      ['计分记录', 5],
    ]);
    expect(sheets[1]?.rows[3]?.cells[0]?.text).toBe('10月通报');
  });
  it('scores with the day they count to and the version of the scheme', async () => {
    const { bytes, fileName } = await exportYear(app, areaId, YEAR, { unitId: undefined });
    const [scores] = readWorkbook(bytes, fileName);
    expect(scores?.rows[1]?.cells[0]?.text).toMatch(/统计截至 2022-12-31.*第 3 版/);
    expect(scores?.rows[2]?.cells[0]?.text).toMatch(/^筛选条件.无.全部列出$/);
    expect(scores?.rows.length).toBe(4 + 6);
  });
});

describe('E04: the third party’s indicators', () => {
  const head = ['指标编号', '评估内容', '分值', '自评得分', '佐证材料', '责任单位', '年度'];
  const rows = Array.from({ length: 40 }, (_, i) => [
    `1.${i + 1}`,
    `指标${i + 1}`,
    '2.5',
    '2',
    i < 35 ? 'https://a.gov.cn/' : '',
    '县住建局',
    '2022',
  ]);
  const load = (lines: string[][]) =>
    importFile({
      ...{ db: app.db, areaName: '白水县' },
      fileName: '自查.xlsx',
      at: now,
      bytes: workbook({ 评估指标自查: [head, ...lines] }),
    });

  it('40 items, 35 with evidence: five open with owner; one is closed by its evidence', async () => {
    await load(rows);
    const { rows: lines, totals } = await viewIndicators(app, areaId, YEAR, { unitId: undefined });
    expect([totals, lines.filter(({ open }) => open).map(({ number, unit }) => [number, unit?.name])]).toEqual([
      { count: 40, open: 5, points: 100, ownScore: 80, gap: 20, unscored: 0 },
      ['1.36', '1.37', '1.38', '1.39', '1.40'].map((number) => [number, '县住建局']),
    ]);
    const recordId = lines[39]?.id as string;
    const said = { recordId, unitId: units[1] as string, ownScore: 2.5, evidence: '照片12张', note: null, by: '甲' };
    await saveIndicator(app, areaId, said);
    await expect(saveIndicator(app, areaId, { ...said, ownScore: 3 })).rejects.toEqual(refused('bad-input'));
    expect((await viewIndicators(app, areaId, YEAR, { unitId: units[1] })).totals).toMatchObject({ count: 1, open: 0, gap: 0 });
  });
  it.each([
    [['2.1', '指标', '两分', '', '', '县住建局', '2022'], '分值'],
    [['2.1', '指标', '2', '3', '', '县住建局', '2022'], '自评得分'],
    [['2.1', '指标', '2', '1', '', '没有的局', '2022'], '单位'],
  ])('a wrong row %j is named by its cell', async (row, field) => {
    await expect(load([row])).rejects.toMatchObject({ faults: [{ row: 2, field: expect.stringContaining(field) }] });
  });
});

describe('E05: the higher level', () => {
  it('a problem seen by the city stands first, and the forecast tells it against last year', async () => {
    const other = await problemWith(app, { unitId: units[2] as string, channelId: null, text: '后来的问题' }, [['2022-12-20', 'found']]);
    expect((await viewAbove(app, areaId, YEAR)).rows[0]?.id).toBe(other);
    await markAbove(app, areaId, { problemId, level: 'city', points: 1.5, note: '市三季度通报', by: '甲' });
    const result = { year: 2021, fullScore: 100, score: 75, place: 3, others: [90, 78], source: '市通报', by: '甲' };
    await saveAboveResult(app, areaId, result);
    const { rows, forecast } = await viewAbove(app, areaId, YEAR);
    expect([rows[0]?.id, rows[0]?.above?.level.name]).toEqual([problemId, '市级已发现']);
    expect(forecast).toMatchObject({ fullScore: 100, gap: 19.5, atStake: 1.5, score: 79, againstLast: 4, place: 2, of: 3 });
  });
});

describe('V09: the result of a channel', () => {
  it('an accepted objection changes it; both versions and the person stay, also when the period is closed again', async () => {
    const [channelId = ''] = sites;
    const about = { periodId: '2022-12', channelId, scope: { units: [units[0] as string] }, reason: '页面有更新', proof: '截图', by: '丙' };
    await expect(objectToVerdict(app, areaId, { ...about, periodId: '2022-10' })).rejects.toEqual(refused('refused'));
    await expect(objectToVerdict(app, areaId, { ...about, scope: { units: [units[1] as string] } })).rejects.toEqual(refused('not-found'));
    // A unit chooses among its own, the office among all.
    const choices = async (own: string[] | null) => (await viewVerdictObjections(app, areaId, '2022-12', { units: own })).choices;
    expect((await choices([units[0] as string])).map(({ id }) => id)).toContain(channelId);
    expect((await choices([units[1] as string])).map(({ id }) => id)).not.toContain(channelId);
    expect((await choices(null)).length).toBeGreaterThan((await choices([units[0] as string])).length);
    await objectToVerdict(app, areaId, about);
    const choice = { title: '12月通报', signedDate: '2023-01-05' } as const;
    const draft = await draftNotice(app, areaId, '2022-12', 'monthly-monitoring', choice, now);
    const [row] = (await viewVerdictObjections(app, areaId, '2022-12', WHOLE_AREA)).rows;
    const answer = {
      periodId: '2022-12',
      objectionId: row?.id as string,
      accept: true,
      verdict: 'no_problem',
      reasons: [],
      reason: '属实',
      by: '甲',
    } as const;
    // Only as what it is, and for the period it was raised in.
    await expect(decideVerdict(app, areaId, { ...answer, reasons: [], periodId: '2022-11' })).rejects.toEqual(refused('not-found'));
    const asScore = { objectionId: answer.objectionId, accept: true, points: 0, reason: '属实', by: '甲' };
    await expect(decideEntry(app, areaId, YEAR + 1, asScore)).rejects.toEqual(refused('not-found'));
    const ofScore = (await viewEntries(app, areaId, YEAR, { unitId: units[1], size: null })).rows.flatMap(({ objections }) => objections);
    const asVerdict = { ...answer, reasons: [], objectionId: ofScore[0]?.id as string };
    await expect(decideVerdict(app, areaId, asVerdict)).rejects.toEqual(refused('not-found'));
    // Whoever dies between the answer and the result has answered nothing.
    await sql`alter table channel_verdict add constraint none check (run < 0) not valid`.execute(app.db);
    await expect(decideVerdict(app, areaId, { ...answer, reasons: [] })).rejects.toThrow();
    await sql`alter table channel_verdict drop constraint none`.execute(app.db);
    const unsaid = decideVerdict(app, areaId, { ...answer, reasons: [], verdict: null });
    await expect(unsaid, 'no result is taken for granted').rejects.toEqual(refused('bad-input'));
    await decideVerdict(app, areaId, { ...answer, reasons: [] });
    const verdict = async () => (await listVerdicts(app.db, areaId, '2022-12')).find((one) => one.channelId === channelId);
    expect(await verdict()).toMatchObject({ verdict: 'no_problem', reasons: [], failedInARow: 0 });
    // A draft made before says what is no longer so: it does not go out until its data are taken anew.
    const issue = { at: now, day: '2023-01-05', by: OFFICE, overrideReason: '照发' } as const;
    await expect(issueNotice(app, draft, issue)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/^有 1 个检查结果起草后已经改变.*草稿中为“合格”，现为“无问题”/u),
    });
    now = '2023-01-06T02:00:00.000Z';
    await closePeriod(app, areaId, '2022-12', { cutoff: '2022-12-26', day: '2023-01-06', at: now, by: OFFICE });
    expect(await verdict()).toMatchObject({ verdict: 'no_problem', failedInARow: 0 });
    expect((await viewVerdictObjections(app, areaId, '2022-12', WHOLE_AREA)).rows).toMatchObject([
      { raisedBy: '丙', before: { verdict: 'pass' }, after: { verdict: 'no_problem' }, decision: { by: '甲', reason: '属实' } },
    ]);
  });

  it('is granted while the period is being closed again: it is not lost', async () => {
    const [, channelId = ''] = sites;
    const scope = { units: [units[1] as string] };
    await objectToVerdict(app, areaId, { periodId: '2022-12', channelId, scope, reason: '页面有更新', proof: '截图', by: '丙' });
    const rows = await listObjections(app.db, areaId, 'verdict', '2022-12');
    const id = rows.find(({ subjectId }) => subjectId === channelId)?.id as string;
    const after = { verdict: 'undecided', reasons: ['另行核实'] };
    const closing = await app.db.transaction().execute(async (trx) => {
      await sql`select from period where area_id = ${areaId} and id = '2022-12' for update`.execute(trx);
      const close = closePeriod(app, areaId, '2022-12', { cutoff: '2022-12-26', day: '2023-01-06', at: now, by: OFFICE });
      const waits = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await waits.execute(app.db)).rows[0]?.n).toBe(1);
      await decideObjection(trx as never, { areaId, id }, { outcome: 'accepted', after, reason: '属实', by: '甲', at: now });
      return { close };
    });
    await closing.close;
    expect((await listVerdicts(app.db, areaId, '2022-12')).find((one) => one.channelId === channelId)).toMatchObject(after);
  });
});
