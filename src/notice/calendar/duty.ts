import { addDays, type CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { nextPeriod, type Period, parsePeriod, periodOf } from '../../core/period.ts';

/** How often a report is owed. A year has no notice of ours; its report is entered by hand. */
export const REPORT_INTERVALS = ['month', 'quarter', 'year'] as const;
export type ReportInterval = (typeof REPORT_INTERVALS)[number];
export const REPORT_INTERVAL_NAMES: Readonly<Record<ReportInterval, string>> = { month: '月度', quarter: '季度', year: '年度' };

/** 应印发的通报、月报: what an office owes after every period (seeds N03). */
export interface ReportDuty {
  every: ReportInterval;
  /** As the office calls it: 政务公开月报. */
  name: string;
  /** Working days after the last day of the period; the last of them is the due day. */
  withinWorkingDays: number;
  /** Id of the first period it is owed for: 2024-01, 2024-Q1, 2024. */
  from: string;
  /** Kind of notice that meets it; null: any notice of the period. */
  template: string | null;
}

/** One duty among those of an area. */
export const dutyId = ({ every, template }: Pick<ReportDuty, 'every' | 'template'>): string => `${every}.${template ?? 'any'}`;

/** A period a report is owed for. */
export interface ReportPeriod extends Omit<Period, 'kind'> {
  every: ReportInterval;
}

const year = (id: string): ReportPeriod => ({ every: 'year', id, label: `${id}年`, from: `${id}-01-01`, to: `${id}-12-31` });
const ofKind = ({ kind, ...rest }: Period): ReportPeriod => ({ ...rest, every: kind });

/** Reads the id of a period of an interval. @throws bad-input for another one. */
export function reportPeriod(every: ReportInterval, id: string): ReportPeriod {
  if (every === 'year') {
    if (/^\d{4}$/.test(id)) return year(id);
    throw new MingchaError('bad-input', `“${id}”不是有效的年度`, '年度写作 2024');
  }
  const period = parsePeriod(id);
  if (period.kind === every) return ofKind(period);
  throw new MingchaError('bad-input', `“${id}”不是${REPORT_INTERVAL_NAMES[every]}的期`, '月度写作 2022-12，季度写作 2020-Q1');
}

/** The period of an interval a day lies in. */
export const reportPeriodOf = (every: ReportInterval, day: CalendarDate): ReportPeriod =>
  every === 'year' ? year(day.slice(0, 4)) : ofKind(periodOf(every, day));

/** The period after this one. */
export function nextReportPeriod(period: ReportPeriod): ReportPeriod {
  if (period.every === 'year') return reportPeriodOf('year', addDays(period.to, 1));
  return ofKind(nextPeriod({ ...period, kind: period.every }));
}
