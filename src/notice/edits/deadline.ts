import { type CalendarDate, chineseDate } from '../../core/date.ts';
import { addWorkingDays, type WorkCalendar } from '../../core/work-calendar.ts';
import type { Deadline } from './model.ts';

/** The last day permitted; null while the notice is not signed and the days cannot be counted. */
export function dueDay(deadline: Deadline, signed: CalendarDate | null, calendar: WorkCalendar): CalendarDate | null {
  if ('date' in deadline) return deadline.date;
  return signed === null ? null : addWorkingDays(signed, deadline.workingDays, calendar).day;
}

/** As printed behind the requirement. 含当日, since readers of 某日前 differ on whether that day counts. */
export function deadlineText(deadline: Deadline, signed: CalendarDate | null, calendar: WorkCalendar): string {
  const due = dueDay(deadline, signed, calendar);
  if (due !== null) return `完成时限：${chineseDate(due)}（含当日）。`;
  return 'workingDays' in deadline ? `完成时限：成文之日起${deadline.workingDays}个工作日内。` : '';
}
