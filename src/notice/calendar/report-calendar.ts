import type { CalendarDate } from '../../core/date.ts';
import { addWorkingDays, type WorkCalendar, workingDaysBetween } from '../../core/work-calendar.ts';
import { dutyId, nextReportPeriod, type ReportDuty, type ReportPeriod, reportPeriod } from './duty.ts';

/** How a report stands. `coming`: its period has not ended. `waiting`: it has, and the due day is not near. */
export const REPORT_STATES = {
  late: '逾期未印发',
  'due-soon': '即将到期',
  waiting: '待印发',
  coming: '本期未结束',
  issued: '已印发',
} as const;
export type ReportState = keyof typeof REPORT_STATES;

/** A report that was issued: by a notice of ours, or elsewhere for one duty. */
export interface IssuedReport {
  periodId: string;
  on: CalendarDate;
  title: string;
  by: { template: string; noticeId: string } | { duty: string };
}

/** One report that is owed (seeds N03). */
export interface OwedReport {
  duty: ReportDuty;
  period: ReportPeriod;
  due: CalendarDate;
  /** Why the due day is only provisional; null when it is not. */
  note: string | null;
  state: ReportState;
  issued: IssuedReport | null;
}

const SOON_WORKING_DAYS = 3;
/** How many periods of a duty are shown; nobody catches up with older ones. */
const MOST_PERIODS = 24;

/**
 * 报送日历: every report owed from a duty's first period to the one today lies in, the oldest first. Nothing of it is kept:
 * it follows from the duties and from what was issued, so that issuing the notice takes the mark away.
 */
export function reportCalendar(
  duties: readonly ReportDuty[],
  issued: readonly IssuedReport[],
  today: CalendarDate,
  calendar: WorkCalendar,
): OwedReport[] {
  return duties.flatMap((duty) => periodsOwed(duty, today).map((period) => owed(duty, period, issued, today, calendar)));
}

function periodsOwed(duty: ReportDuty, today: CalendarDate): ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  for (let period = reportPeriod(duty.every, duty.from); period.from <= today; period = nextReportPeriod(period)) periods.push(period);
  return periods.slice(-MOST_PERIODS);
}

function owed(
  duty: ReportDuty,
  period: ReportPeriod,
  issued: readonly IssuedReport[],
  today: CalendarDate,
  calendar: WorkCalendar,
): OwedReport {
  const { day: due, note } = addWorkingDays(period.to, duty.withinWorkingDays, calendar);
  const first = issued
    .filter((report) => report.periodId === period.id && meets(duty, report))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(0);
  return { duty, period, due, note, state: first ? 'issued' : stateOn(today, period, due, calendar), issued: first ?? null };
}

const meets = (duty: ReportDuty, { by }: IssuedReport): boolean =>
  'duty' in by ? by.duty === dutyId(duty) : duty.template === null || by.template === duty.template;

function stateOn(today: CalendarDate, period: ReportPeriod, due: CalendarDate, calendar: WorkCalendar): ReportState {
  if (today > due) return 'late';
  if (today <= period.to) return 'coming';
  return workingDaysBetween(today, due, calendar).days <= SOON_WORKING_DAYS ? 'due-soon' : 'waiting';
}
