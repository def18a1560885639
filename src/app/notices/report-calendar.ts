import { type CalendarDate, dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { PERIOD_KINDS, type PeriodKind, parsePeriod } from '../../core/period.ts';
import { dutyId, nextReportPeriod, REPORT_INTERVAL_NAMES, type ReportDuty, reportPeriodOf } from '../../notice/calendar/duty.ts';
import { type IssuedReport, type OwedReport, REPORT_STATES, reportCalendar } from '../../notice/calendar/report-calendar.ts';
import { firstJudgedDay } from '../../store/judgements.ts';
import { listNotices } from '../../store/notices.ts';
import { listPeriods } from '../../store/periods.ts';
import { listElsewhere, putElsewhere } from '../../store/report-elsewhere.ts';
import { wentOut } from '../../store/states.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type App, loadCalendar } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** Days an office takes where it has set none. */
const USUAL_WORKING_DAYS: Readonly<Record<PeriodKind, number>> = { month: 3, quarter: 10 };

type NoticeRow = Awaited<ReturnType<typeof listNotices>>[number];

/** 报送日历 of an area, late ones first, then by due day, those issued last and the newest of them first (seeds N03). */
export async function viewReportCalendar(app: App, areaId: string) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const rows = (await owedReports(app, areaId, today)).toSorted(inOrder);
  return {
    today,
    rows: rows.map(({ duty, period, due, note, state, issued }) => ({
      duty: dutyId(duty),
      name: duty.name,
      period: { id: period.id, label: period.label },
      due,
      note,
      state: { code: state, name: REPORT_STATES[state] },
      issued: issued && {
        on: issued.on,
        title: issued.title,
        noticeId: 'noticeId' in issued.by ? issued.by.noticeId : null,
        late: issued.on > due,
      },
    })),
  };
}

const ORDER = Object.keys(REPORT_STATES);
function inOrder(a: OwedReport, b: OwedReport): number {
  const rank = ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
  if (rank !== 0) return rank;
  const by = a.due < b.due ? -1 : a.due > b.due ? 1 : 0;
  return a.state === 'issued' ? -by : by;
}

/**
 * Enters that a report was issued outside this program, so that it is not called late. Throws 'not-found' for a duty or
 * period the area does not owe, 'bad-input' for a day that has not come.
 */
export async function enterReportElsewhere(
  app: App,
  areaId: string,
  entry: { duty: string; periodId: string; issuedOn: CalendarDate; title: string; by: string },
) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const owed = (await owedReports(app, areaId, today)).find(
    ({ duty, period }) => dutyId(duty) === entry.duty && period.id === entry.periodId,
  );
  if (!owed) throw new MingchaError('not-found', '报送日历里没有这一期。', '请刷新页面后重新选择。');
  if (entry.issuedOn > today)
    throw new MingchaError('bad-input', `印发日期 ${entry.issuedOn} 还没有到。`, `请填写 ${today} 或更早的日期。`, {
      faults: [{ field: 'issuedOn', value: entry.issuedOn, message: `应不晚于 ${today}` }],
    });
  const { duty, periodId, issuedOn, title, by } = entry;
  await putElsewhere(app.db, { areaId, duty, periodId, issuedOn, title, byName: by, at: app.now() });
  return viewReportCalendar(app, areaId);
}

async function owedReports(app: App, areaId: string, today: CalendarDate): Promise<OwedReport[]> {
  const { reports } = await readAreaSettings(app.db, areaId);
  const notices = await listNotices(app.db, areaId);
  const duties = reports ?? (await usualDuties(app, areaId, notices));
  const issued = [...notices.flatMap(issuedReport), ...(await listElsewhere(app.db, areaId)).map(elsewhere)];
  return reportCalendar(duties, issued, today, await loadCalendar(app.db));
}

/** A notice that was issued counts for its period even after a correction has taken its place. */
function issuedReport({ id, periodId, template, title, state, issuedAt }: NoticeRow): IssuedReport[] {
  if (!wentOut(state) || issuedAt === null) return [];
  return [{ periodId, on: dateAt(issuedAt), title, by: { template, noticeId: id } }];
}

const elsewhere = ({ duty, periodId, issuedOn, title }: Awaited<ReturnType<typeof listElsewhere>>[number]): IssuedReport => ({
  periodId,
  on: issuedOn,
  title,
  by: { duty },
});

/**
 * What an office owes that has set nothing: a notice of every kind of period it has begun to reckon, from its first
 * notice, or from the first period it watched from beginning to end. What lies before that it told in other ways.
 */
async function usualDuties(app: App, areaId: string, notices: readonly NoticeRow[]): Promise<ReportDuty[]> {
  const watched = await firstJudgedDay(app.db, areaId);
  const duties = await Promise.all(
    PERIOD_KINDS.map(async (every): Promise<ReportDuty | null> => {
      const periods = notices
        .filter(({ state }) => state !== 'discarded')
        .map(({ periodId }) => parsePeriod(periodId))
        .filter(({ kind }) => kind === every);
      const reckoned = periods.length > 0 || (await listPeriods(app.db, areaId, every)).length > 0;
      const begun = watched === null ? null : nextReportPeriod(reportPeriodOf(every, watched)).id;
      const from = [...periods.map(({ id }) => id), ...(begun === null ? [] : [begun])].sort().at(0);
      if (!reckoned || from === undefined) return null;
      const name = `${REPORT_INTERVAL_NAMES[every]}通报`;
      return { every, name, withinWorkingDays: USUAL_WORKING_DAYS[every], from, template: null };
    }),
  );
  return duties.flatMap((duty) => duty ?? []);
}
