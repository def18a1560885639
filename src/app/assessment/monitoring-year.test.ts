import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORLD } from '../../../tests/support/store-world.ts';
import { type Served, serveApp } from '../../../tests/web/serve.ts';
import { parsePeriod } from '../../core/period.ts';
import { enterProblem } from '../../ledger/entry.ts';
import { type PeriodVerdict, putPeriod, replaceVerdicts } from '../../store/periods.ts';
import { writeRegister } from '../../store/register.ts';
import { writeAreaSettings } from '../area-settings.ts';
import { appendToLedger } from '../ledger/append.ts';
import { loadCalendar } from '../open.ts';
import { monitoringYearCsv, viewMonitoringYear } from './monitoring-year.ts';

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

describe('daily monitoring of a year', () => {
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
    expect(monitoringYearCsv(view).split('\r\n')[2]).toBe(
      `县住建局,2022年10月,县住建局信息公开网,不合格,0.25,-0.5,2022-10超期,${problemId}`,
    );
  });

  it('has none in a year without a closed period', async () =>
    expect(await viewMonitoringYear(served.app, AREA, 2021)).toMatchObject({ periods: [], entries: [], units: [] }));
});
