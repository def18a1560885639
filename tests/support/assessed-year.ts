import { appendToLedger } from '../../src/app/ledger/append.ts';
import { type App, loadCalendar } from '../../src/app/open.ts';
import { parsePeriod } from '../../src/core/period.ts';
import { apply } from '../../src/ledger/apply.ts';
import { enterProblem } from '../../src/ledger/entry.ts';
import type { Act, Actor, ProblemEvent } from '../../src/ledger/event.ts';
import { type PeriodVerdict, putPeriod, replaceVerdicts } from '../../src/store/periods.ts';
import { writeRegister } from '../../src/store/register.ts';
import { siteId } from '../../src/subjects/channel.ts';
import { unitId } from '../../src/subjects/unit.ts';
import { WORLD } from './store-world.ts';

const AREA = WORLD.county.id;
const LONG = '县农业农村局（县乡村振兴局、县畜牧兽医水产服务中心）下属农业综合行政执法大队筹备工作领导小组';
export const OFFICE: Actor = { role: 'office', unitId: null, name: '县政务公开办' };

/** A county of so many units, each with a site, judged in three months of 2022; the first failed in all of them, the second once. */
export async function assessedYear(app: App, units: number): Promise<{ areaId: string; unitIds: string[]; siteIds: string[] }> {
  const names = Array.from({ length: units }, (_, i) =>
    i === 0 ? '县住建局' : i === 2 ? LONG : `${i < units / 2 ? '县' : ''}第${i}${i < units / 2 ? '局' : '镇'}`,
  );
  const registered = names.map((name, i) => ({
    ...WORLD.housing,
    ...{ id: unitId(AREA, name), name, aliases: [], namePlates: [], order: i, group: i < units / 2 ? '县直部门' : '乡镇' },
  }));
  const sites = registered.map(({ id, name }, i) => ({
    ...WORLD.site,
    ...{
      id: siteId(AREA, 'disclosure_site', name, `http://www.baishui.gov.cn/${i}/`),
      unitId: id,
      name: `${name}信息公开网`,
      url: `http://www.baishui.gov.cn/${i}/`,
    },
  }));
  await writeRegister(app.db, { ...WORLD.register, units: registered, sites, columns: [], accounts: [] });
  for (const id of ['2022-10', '2022-11', '2022-12']) {
    const period = parsePeriod(id);
    const cutoff = id === '2022-12' ? '2022-12-26' : period.to;
    await putPeriod(app.db, { ...period, areaId: AREA, cutoff, closedAt: null });
    const failed = (i: number): boolean => i === 0 || (i === 1 && id === '2022-11');
    await replaceVerdicts(
      app.db,
      AREA,
      id,
      sites.map((site, i) => verdictRow(id, site.id, failed(i) ? 'fail' : 'pass')),
    );
  }
  return { areaId: AREA, unitIds: registered.map(({ id }) => id), siteIds: sites.map(({ id }) => id) };
}

function verdictRow(periodId: string, channelId: string, verdict: PeriodVerdict['verdict']): PeriodVerdict {
  const reasons = verdict === 'fail' ? ['“政策解读”栏目超过半年未更新'] : [];
  const rest = { carryOver: 'none', failedInARow: verdict === 'fail' ? 2 : 0, score: null, sheet: 's' } as const;
  return { areaId: AREA, periodId, channelId, verdict, reasons, inBase: true, outside: null, coverage: { run: 1, due: 1 }, ...rest };
}

/** A problem of a unit with what was done about it: day, act and, for a hand-over or an exemption, its last day. */
export async function problemWith(
  app: App,
  where: { unitId: string; channelId: string | null; text: string },
  acts: readonly (readonly [string, Act, string?])[],
): Promise<string> {
  const [[foundOn]] = acts as unknown as [readonly [string]];
  const moment = (day: string): string => `${day}T02:00:00.000Z`;
  const { problem, event } = enterProblem(
    {
      areaId: AREA,
      ...where,
      category: 'column_overdue',
      place: { label: '政策解读', url: null },
      measured: {},
      foundOn,
      fingerprint: where.text,
    },
    { at: moment(foundOn), by: OFFICE, data: {} },
    await loadCalendar(app.db),
  );
  const events: ProblemEvent[] = [event];
  for (const [day, act, due] of acts.slice(1)) {
    const unit = act === 'reported_fixed' || act === 'received' || act === 'disputed';
    const by: Actor = unit ? { role: 'unit', unitId: where.unitId, name: '经办人' } : OFFICE;
    const data = due === undefined ? {} : { [act === 'exempted' ? 'until' : 'due']: due };
    events.push(apply(problem, events, { act, at: moment(day), day, by, reason: '经核实', data }));
  }
  await app.db.transaction().execute((trx) => appendToLedger(trx, [], { opened: [{ problem, event }], events: events.slice(1) }));
  return problem.id;
}
