import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { SignedIn } from '../../../tests/support/people.ts';
import { WORLD } from '../../../tests/support/store-world.ts';
import { type Served, serveApp } from '../../../tests/web/serve.ts';
import type { schemeAnswer } from '../../contract/assessment.ts';
import type { above } from '../../contract/endpoints/above.ts';
import { parsePeriod } from '../../core/period.ts';
import { enterProblem } from '../../ledger/entry.ts';
import { fullMonth } from '../../notice/testing/fixtures.ts';
import { insertNotice } from '../../store/notices.ts';
import { listVerdicts, type PeriodVerdict, putPeriod, replaceVerdicts } from '../../store/periods.ts';
import { writeRegister } from '../../store/register.ts';
import { writeAreaSettings } from '../area-settings.ts';
import { readWorkbook } from '../import/workbook/read-workbook.ts';
import { appendToLedger } from '../ledger/append.ts';
import { loadCalendar } from '../open.ts';
import { monitoringYearCsv, viewMonitoringYear } from './monitoring-year.ts';
import type { viewVerdictObjections } from './verdict-objections.ts';
import type { EntriesView } from './view-entries.ts';
import type { YearView } from './view-year.ts';

type VerdictObjections = Awaited<ReturnType<typeof viewVerdictObjections>>;
const NOW = '2022-12-27T02:00:00.000Z';

const AREA = WORLD.county.id;
const SITE = WORLD.site.id;
const BY = { role: 'office', unitId: null, name: '县政务公开办' } as const;

let served: Served;
let problemId: string;
beforeAll(async () => {
  served = await serveApp(null);
  const { db } = served.app;
  await writeRegister(db, WORLD.register);
  for (const [id, verdict] of [
    ['2022-08', 'pass'],
    ['2022-09', 'fail'],
    ['2022-10', 'fail'],
    ['2022-11', 'fail'],
    ['2023-01', 'fail'],
  ] as const) {
    const period = parsePeriod(id);
    await putPeriod(db, { ...period, areaId: AREA, cutoff: period.to, closedAt: null });
    await replaceVerdicts(db, AREA, id, [verdictRow(id, verdict)]);
  }
  const { problem, event } = enterProblem(
    {
      ...{ areaId: AREA, unitId: WORLD.housing.id, channelId: SITE, category: 'column_overdue', text: '栏目超期未更新' },
      ...{ place: { label: '政策解读', url: null }, measured: {}, foundOn: '2022-10-10', fingerprint: 'f' },
    },
    { at: '2022-10-10T08:00:00.000Z', by: BY, data: {} },
    await loadCalendar(db),
  );
  await db.transaction().execute((trx) => appendToLedger(trx, [], { opened: [{ problem, event }] }));
  problemId = problem.id;
});
afterAll(() => served?.stop());

function verdictRow(periodId: string, verdict: PeriodVerdict['verdict']): PeriodVerdict {
  const printed = { reasons: [`${periodId}超期`], carryOver: 'none', failedInARow: 1, score: null, sheet: 's' } as const;
  const row = { areaId: AREA, periodId, channelId: SITE, verdict, inBase: true, outside: null, coverage: { run: 1, due: 1 } };
  return { ...row, ...printed, reasons: [...printed.reasons] };
}

/** Asks as somebody; answers status and body. */
async function asked<T>(who: SignedIn, path: string, body?: object): Promise<{ status: number; body: T }> {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await who.fetch(`/api/areas/${AREA}${path}`, init ?? {});
  return { status: response.status, body: (await response.json()) as T };
}
const ofUnit = (unitId: string, name: string) => served.as({ role: 'unit', areaId: AREA, unitId, name });

describe('E02: daily monitoring of a year', () => {
  it('is three entries after three failing months, each with its period and the problems of it', async () => {
    const response = await (await served.as()).fetch(`${served.url}/api/areas/${AREA}/assessment/2022/monitoring`);
    expect(response.status).toBe(200);
    const view = (await response.json()) as Awaited<ReturnType<typeof viewMonitoringYear>>;
    expect(view.entries.map(({ basis, points, reasons }) => [basis.period.id, points, basis.problems, reasons])).toEqual([
      ['2022-09', -1, [], ['2022-09超期']],
      ['2022-10', -1, [problemId], ['2022-10超期']],
      ['2022-11', -1, [problemId], ['2022-11超期']],
    ]);
    expect(view.units).toEqual([{ unitId: WORLD.housing.id, unit: '县住建局', entries: 3, points: -3 }]);
  });

  it('follows the scheme the area keeps, and is saved as a list', async () => {
    await writeAreaSettings(served.app.db, AREA, { assessment: { weights: { month: 0.25 }, deductions: { fail: 2 } } });
    const view = await viewMonitoringYear(served.app, AREA, 2022);
    expect(view.units).toMatchObject([{ entries: 3, points: -1.5 }]);
    await writeAreaSettings(served.app.db, AREA, { assessment: { weights: { month: 1 }, deductions: { fail: 1 } } });
    expect(monitoringYearCsv(view).split('\r\n')[2]).toBe(
      `县住建局,2022年10月,县住建局信息公开网,不合格,0.25,-0.5,2022-10超期,${problemId}`,
    );
  });

  it('has none in a year without a closed period', async () =>
    expect(await viewMonitoringYear(served.app, AREA, 2021)).toMatchObject({ periods: [], entries: [], units: [] }));
});

describe('E01: entries by the page', () => {
  const ENTRIES = '/assessment/2022/entries';

  it('sum up to the score of every unit, page for page, and each opens its evidence', async () => {
    const office = await served.as();
    const { body: year } = await asked<YearView>(office, '/assessment/2022');
    const pages = await Promise.all([1, 2, 3].map((page) => asked<EntriesView>(office, `${ENTRIES}?size=2&page=${page}`)));
    const rows = pages.flatMap(({ body }) => body.rows);
    expect(pages.map(({ body }) => [body.total, body.sum, body.rows.length])).toEqual([
      [3, -3, 2],
      [3, -3, 1],
      [3, -3, 0],
    ]);
    for (const { unitId, score } of year.units) {
      const counted = rows.filter(({ unit }) => unit.id === unitId).reduce((sum, entry) => sum + entry.counted, 0);
      expect(score).toBe(year.scheme.fullScore + counted);
    }
    for (const { basis } of rows) {
      expect((await asked(office, `/channels?period=${basis.period?.id}`)).status).toBe(200);
      for (const id of basis.problems) expect((await asked(office, `/problems/${id}`)).status).toBe(200);
    }
    expect(rows.flatMap(({ basis }) => basis.problems)).toEqual([problemId, problemId]);
  });

  it.each([
    ['itemId=monitoring', 3],
    ['itemId=recheck', 0],
    [`q=${encodeURIComponent('2022-10超期')}`, 1],
    ['state=capped', 0],
    ['state=waiting', 0],
    ['sort=day&order=desc&size=1', 3],
  ])('narrowed by %s: %i of them', async (query, total) => {
    const { body } = await asked<EntriesView>(await served.as(), `${ENTRIES}?${query}`);
    expect(body.total).toBe(total);
    if (query.startsWith('sort')) expect(body.rows.map(({ day }) => day)).toEqual(['2022-11-30']);
  });

  it('a unit sees its own and objects; another sees none and may not', async () => {
    const [own, other] = [await ofUnit(WORLD.housing.id, '赵工'), await ofUnit(WORLD.town.id, '钱某')];
    const { body } = await asked<EntriesView>(own, `${ENTRIES}?unitId=${WORLD.housing.id}`);
    const objection = { entryId: body.rows[0]?.id, unitId: WORLD.housing.id, reason: '当月已备案停用' };
    expect((await asked<EntriesView>(other, ENTRIES)).body.total).toBe(0);
    expect((await asked(other, '/assessment/2022/objections', { ...objection, unitId: WORLD.town.id })).status).toBe(403);
    expect((await asked(own, '/assessment/2022/objections', objection)).status).toBe(200);
    const { body: waiting } = await asked<EntriesView>(await served.as(), `${ENTRIES}?state=waiting`);
    expect(waiting.rows).toMatchObject([{ id: objection.entryId, objections: [{ raisedBy: '赵工', decision: null }] }]);
  });
});

describe('the year of an office', () => {
  type Scheme = z.output<typeof schemeAnswer>;
  const save = async (who: SignedIn, year: number, answer: Scheme, change: Partial<Scheme['scheme']>) => {
    const { year: _year, ...scheme } = { ...answer.scheme, ...change };
    return asked<Scheme>(who, `/assessment/${year}/scheme`, { scheme, before: answer.version });
  };
  const schemeOf = async (who: SignedIn, year: number) => (await asked<Scheme>(who, `/assessment/${year}/scheme`)).body;
  const scoreOf = async (who: SignedIn, year: number) =>
    (await asked<YearView>(who, `/assessment/${year}`)).body.units.find(({ unitId }) => unitId === WORLD.housing.id)?.score;
  const entriesOf = async (who: SignedIn, itemId: string) =>
    (await asked<EntriesView>(who, `/assessment/2022/entries?itemId=${itemId}`)).body.rows;

  it('E03, E06: 2023 is a copy with its own document number, whose change leaves 2022; a cap makes further entries add 0 and say so', async () => {
    const office = await served.as({ name: '王敏' });
    const first = await save(office, 2022, await schemeOf(office, 2022), { documentNumber: '白政公开办〔2022〕5号' });
    expect(first.status).toBe(200);
    const before = [await scoreOf(office, 2022), await scoreOf(office, 2023)];
    const copy = (await asked<Scheme>(office, '/assessment/2023/scheme/copy', { from: 2022 })).body;
    const doubled = copy.scheme.items.map((item) => (item.id === 'monitoring' ? { ...item, points: item.points * 2 } : item));
    expect((await save(office, 2023, copy, { documentNumber: '白政公开办〔2023〕5号', items: doubled })).status).toBe(200);
    expect([await scoreOf(office, 2022), await scoreOf(office, 2023)]).toEqual([before[0], Number(before[1]) - 1]);
    const numbers = [2022, 2023].map(async (year) => (await schemeOf(office, year)).scheme.documentNumber);
    expect(await Promise.all(numbers)).toEqual(['白政公开办〔2022〕5号', '白政公开办〔2023〕5号']);

    const capped = first.body.scheme.items.map((item) => (item.id === 'monitoring' ? { ...item, cap: 2 } : item));
    const second = (await save(office, 2022, first.body, { items: capped })).body;
    expect((await entriesOf(office, 'monitoring')).map(({ points, counted, capped: said }) => [points, counted, said])).toEqual([
      [-1, -1, 'no'],
      [-1, -1, 'no'],
      [-1, 0, 'whole'],
    ]);
    expect((await save(office, 2022, second, { items: first.body.scheme.items })).status).toBe(200);
    expect((await save(await ofUnit(WORLD.housing.id, '赵工'), 2022, second, {})).status).toBe(403);
  });

  it('E05: a problem marked as seen by the city stands first, and the forecast ranks against last year', async () => {
    const office = await served.as({ name: '王敏' });
    type Above = z.output<(typeof above)['output']>;
    expect((await asked(office, `/above/${problemId}`, { level: 'city', points: 1.5, note: '市三季度通报' })).status).toBe(200);
    const last = { fullScore: 100, score: 75, place: 3, others: [90, 78], source: '市通报' };
    expect((await asked(office, '/assessment/2021/above-result', last)).status).toBe(200);
    const { rows, forecast } = (await asked<Above>(office, '/assessment/2022/above')).body;
    expect(rows[0]).toMatchObject({ id: problemId, above: { level: { name: '市级已发现' }, markedBy: '王敏' } });
    expect(forecast).toMatchObject({ fullScore: 100, atStake: 1.5, of: 3 });
  });

  it('E07, E08: satisfaction entered by hand stands in the unit’s sheet, which the unit saves itself and no other', async () => {
    const [office, own, other] = [await served.as(), await ofUnit(WORLD.housing.id, '赵工'), await ofUnit(WORLD.town.id, '钱某')];
    const entry = { itemId: 'satisfaction', unitId: WORLD.housing.id, day: '2022-12-20', points: 1 };
    const told = { ...entry, reason: '好差评参评率1%（3/300）', proof: '好差评系统年度报表' };
    expect([
      (await asked(own, '/assessment/2022/entries', told)).status,
      (await asked(office, '/assessment/2022/entries', told)).status,
    ]).toEqual([403, 200]);
    const file = (who: SignedIn) => who.fetch(`/api/areas/${AREA}/assessment/2022/units/${WORLD.housing.id}/evidence.xlsx`);
    const sheets = readWorkbook(new Uint8Array(await (await file(own)).arrayBuffer()), '佐证.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['各项得分', '通报', '问题', '计分记录']);
    const row = sheets[0]?.rows.find(({ cells }) => cells[0]?.text === '政务服务满意度');
    expect(row?.cells.map(({ text }) => text).slice(-3)).toEqual(['1', '-1', '-1']);
    expect((await file(other)).status).toBe(403);
  });
});

describe('V09: a unit objects to a result before the notice is issued', () => {
  const PATH = '/periods/2022-11/objections';
  const PROOF = '11月10日页面截图';
  const verdictOf = async () => (await listVerdicts(served.app.db, AREA, '2022-11')).find(({ channelId }) => channelId === SITE);

  it('the office accepts: the result changes, both versions and both persons stay visible to office and unit', async () => {
    const [unit, office] = [await ofUnit(WORLD.housing.id, '赵工'), await served.as({ name: '王敏' })];
    const raised = await asked<VerdictObjections>(unit, PATH, { channelId: SITE, reason: '栏目当月已更新', proof: PROOF });
    expect(raised.status).toBe(200);
    const objectionId = raised.body.rows[0]?.id;
    const answer = { accept: true, verdict: 'no_problem', reasons: [], reason: '截图属实' };
    expect((await asked(unit, `${PATH}/${objectionId}`, answer)).status).toBe(403);
    expect((await verdictOf())?.verdict).toBe('fail');
    expect((await asked(office, `${PATH}/${objectionId}`, answer)).status).toBe(200);
    expect(await verdictOf()).toMatchObject({ verdict: 'no_problem', reasons: [] });
    for (const who of [unit, office])
      expect((await asked<VerdictObjections>(who, PATH)).body.rows).toMatchObject([
        {
          ...{ raisedBy: '赵工', reason: '栏目当月已更新', proof: PROOF },
          before: { verdict: 'fail', reasons: ['2022-11超期'] },
          after: { verdict: 'no_problem', reasons: [] },
          decision: { outcome: 'accepted', by: '王敏', reason: '截图属实' },
        },
      ]);
    const { body: year } = await asked<EntriesView>(office, '/assessment/2022/entries?itemId=monitoring');
    expect(year.rows.map(({ basis }) => basis.period?.id)).toEqual(['2022-09', '2022-10']);
  });

  it('another unit neither sees it nor may object to that result, and nobody after the notice is issued', async () => {
    const other = await ofUnit(WORLD.town.id, '钱某');
    expect((await asked<VerdictObjections>(other, PATH)).body.rows).toEqual([]);
    expect((await asked(other, PATH, { channelId: SITE, reason: '不服' })).status).toBe(404);
    const notice = {
      areaId: AREA,
      periodId: '2022-10',
      template: 'monthly-monitoring',
      title: '10月通报',
      snapshot: fullMonth(1),
    } as const;
    const rest = { snapshotHash: 'h', disagreements: [], overrideReason: null, supersedes: null, createdAt: NOW, issuedAt: NOW };
    await insertNotice(served.app.db, { ...notice, ...rest, id: 'n10', state: 'draft' });
    await served.app.db.updateTable('notice').set({ state: 'issued' }).where('id', '=', 'n10').execute();
    const late = await asked<{ code: string }>(await ofUnit(WORLD.housing.id, '赵工'), '/periods/2022-10/objections', {
      ...{ channelId: SITE, reason: '迟了' },
    });
    expect(late.body.code).toBe('refused');
  });
});
