import { type CalendarDate, daysBetween } from '../../../core/date.ts';
import type { ColumnLook } from '../../../store/pictures-freshness.ts';

/** How a column stands against its limit, the worst first; the bands are those of the picture's colours. */
export const FRESHNESS = {
  long_overdue: '超期90天以上',
  overdue: '超期',
  empty: '空白栏目',
  this_week: '7天内到期',
  this_month: '30天内到期',
  this_quarter: '90天内到期',
  fresh: '90天以上到期',
  unknown: '未能确认',
} as const;
export type Freshness = keyof typeof FRESHNESS;
export const FRESHNESS_CODES = Object.keys(FRESHNESS) as Freshness[];

/** A column with days to its limit on a day: 0 on the last day in time, negative when past; null when nobody can say. */
export interface DatedColumn extends ColumnLook {
  state: Freshness;
  daysLeft: number | null;
  /** It was in time when it was last judged, and its last day has passed since: to be looked at again, not to be accused. */
  passedSince: boolean;
}

/** Where a column stands today by what was last judged. Only a judgement accuses; days that passed since do not. */
export function freshnessOf(look: ColumnLook, today: CalendarDate): DatedColumn {
  const daysLeft = look.dueOn === null ? null : daysBetween(today, look.dueOn);
  const as = (state: Freshness, passedSince = false): DatedColumn => ({
    ...look,
    state,
    daysLeft: state === 'unknown' || state === 'empty' ? null : daysLeft,
    passedSince,
  });
  if (look.empty) return as('empty');
  if (daysLeft === null || (look.verdict !== 'pass' && look.verdict !== 'fail')) return as('unknown');
  if (look.verdict === 'fail') return as(daysLeft < -90 ? 'long_overdue' : 'overdue');
  if (daysLeft < 0) return as('unknown', true);
  return as(daysLeft <= 7 ? 'this_week' : daysLeft <= 30 ? 'this_month' : daysLeft <= 90 ? 'this_quarter' : 'fresh');
}

/** Order of columns from the worst to the freshest. */
export const worseFirst = (a: DatedColumn, b: DatedColumn): number =>
  FRESHNESS_CODES.indexOf(a.state) - FRESHNESS_CODES.indexOf(b.state) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0);
