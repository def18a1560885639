import { addMonths, type CalendarDate, chineseDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { parsePeriod } from '../../core/period.ts';
import { WHOLE_AREA } from '../../core/role.ts';
import { addWorkingDays } from '../../core/work-calendar.ts';
import { handedAlone, insertAsk } from '../../store/report-asks.ts';
import { listUnits } from '../../store/units.ts';
import { chargedUnit } from '../../subjects/unit-tree.ts';
import { unitPost } from '../messages/unit-post.ts';
import { writeMessages } from '../messages/write-messages.ts';
import { type App, loadCalendar } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { reportAbout } from './report-about.ts';
import { unitReports } from './unit-reports.ts';

/** Months back that may be chosen. */
const MONTHS = 11;
/** Working days a unit is given if nobody says otherwise, as for a problem (5个工作日). */
const WORKING_DAYS = 5;

/** Months in which problems were handed over outside any notice, with the units that answer for them and the day proposed. */
export async function viewAskable(app: App, areaId: string, { scope }: Pick<Caller, 'scope'>) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const since: CalendarDate = `${addMonths(today, -MONTHS).slice(0, 8)}01`;
  const [units, rows, calendar] = await Promise.all([
    listUnits(app.db, areaId),
    handedAlone(app.db, areaId, since, scope),
    loadCalendar(app.db),
  ]);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const months = new Map<string, Map<string, number>>();
  for (const { month, unitId, problems } of rows) {
    const counts = months.get(month) ?? new Map<string, number>();
    const head = chargedUnit(unitId, byId);
    counts.set(head, (counts.get(head) ?? 0) + problems);
    months.set(month, counts);
  }
  return {
    today,
    due: addWorkingDays(today, WORKING_DAYS, calendar).day,
    months: [...months].map(([month, counts]) => ({
      month,
      label: parsePeriod(month).label,
      units: units.flatMap(({ id, name }) => {
        const problems = counts.get(id);
        return problems === undefined ? [] : [{ id, name, problems }];
      }),
    })),
  };
}

/**
 * 要求上报: asks every unit that was handed problems over in a month outside any notice, or one of them, for its sealed report by a
 * day, and writes to each. Asked again, the last word counts. Answers how many units were asked.
 * @throws refused where nothing was handed over so; bad-input for a day that is past.
 */
export async function askReports(
  app: App,
  areaId: string,
  { month, unitId, due }: { month: string; unitId: string | null; due: CalendarDate },
  caller: Caller,
): Promise<number> {
  const today = await todayOf(app, areaId);
  if (due < today)
    throw new MingchaError('bad-input', `期限${chineseDate(due)}已经过去。`, `请选择${chineseDate(today)}或以后的日期。`, {
      faults: [{ field: '期限', path: 'due', value: due, message: `不能早于今天（${chineseDate(today)}）` }],
    });
  const about = `period:${month}`;
  const matter = await reportAbout(app, areaId, about);
  // All that concern the unit, whoever asked before: they are asked now.
  const concerned = (await unitReports(app, areaId, { ...matter, asks: [] }, WHOLE_AREA)).filter(
    ({ unit }) => (unitId ?? unit.id) === unit.id,
  );
  if (concerned.length === 0)
    throw new MingchaError('refused', `${unitId === null ? '' : '这个单位'}没有${matter.title}，不需要上报。`, '请改选月份或者单位。');
  const at = app.now();
  const post = await unitPost(app.db, areaId);
  await app.db.transaction().execute(async (trx) => {
    await insertAsk(trx, { areaId, about, unitId, dueOn: due, byRole: caller.role as 'office', byName: caller.name, at });
    for (const { unit, problems } of concerned)
      await writeMessages(
        trx,
        areaId,
        {
          ...({ kind: 'report', cause: `report:${about}:${unit.id}:asked:${at}`, urgent: false, confidential: false, at } as const),
          title: `请上报整改情况扫描件：${unit.name}`,
          body: `${matter.title}共 ${problems.length} 个。\n请于${chineseDate(due)}前（含当日）逐个反馈整改情况，盖章后上传扫描件。`,
          link: `/areas/${areaId}/my-unit`,
        },
        post.addresseesOf(unit),
      );
  });
  return concerned.length;
}
