import { addDays, type CalendarDate, isCalendarDate } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDayOnOrAfter, type WorkCalendar } from '../core/work-calendar.ts';
import type { ProblemEvent } from './event.ts';

/**
 * How long a unit has (整改期限): so many working days after the hand-over, the same working day (立即), or a named day.
 * 10月19日前 is read both ways by offices, so a named day says whether it counts (cross-checks A1).
 */
export type DeadlineTerm =
  | { kind: 'working_days'; days: number }
  | { kind: 'at_once' }
  | { kind: 'date'; day: CalendarDate; countsNamedDay: boolean };

/** A deadline as a row. `due` is always the last permitted day itself. */
export interface Deadline {
  kind: DeadlineTerm['kind'];
  /** Day of the hand-over; counting begins on the day after. */
  starts: CalendarDate;
  due: CalendarDate;
  /** True when a year on the way has no 放假安排 yet; recompute when it is out. */
  provisional: boolean;
  note: string | null;
  /** Where the term comes from: clause of the notice or of the rules. */
  clause: string;
  countsNamedDay: boolean;
}

const bad = (message: string, next: string): MingchaError => new MingchaError('bad-input', message, next);

function dueOfTerm(term: DeadlineTerm, starts: CalendarDate, calendar: WorkCalendar) {
  if (term.kind === 'working_days') {
    if (!Number.isInteger(term.days) || term.days < 1 || term.days > 250)
      throw bad(`“${term.days}个工作日”不是有效期限`, '请填写 1 到 250 的整数；当日整改请选“立即”');
    return addWorkingDays(starts, term.days, calendar);
  }
  if (term.kind === 'at_once') return nextWorkingDayOnOrAfter(starts, calendar);
  if (!isCalendarDate(term.day)) throw bad(`“${term.day}”不是有效日期`, '日期应写成 2022-10-19 的形式');
  const day = term.countsNamedDay ? term.day : addDays(term.day, -1);
  if (day < starts) throw bad(`期限${day}早于交办日${starts}`, '请填写交办日或以后的日期');
  return { day, provisional: false, note: null };
}

/**
 * The row of a deadline. Seeds P03: five working days of 2024-09-27 end on 2024-10-10.
 * @throws bad-input for an impossible number of days, a wrong date or one before the hand-over.
 */
export function makeDeadline(term: DeadlineTerm, starts: CalendarDate, calendar: WorkCalendar, clause: string): Deadline {
  const { day, provisional, note } = dueOfTerm(term, starts, calendar);
  const countsNamedDay = term.kind !== 'date' || term.countsNamedDay;
  return { kind: term.kind, starts, due: day, provisional, note, clause, countsNamedDay };
}

/** What a `handed_over` act carries of its deadline. */
export function deadlineData(deadline: Deadline): ProblemEvent['data'] {
  return {
    deadlineKind: deadline.kind,
    starts: deadline.starts,
    due: deadline.due,
    dueProvisional: deadline.provisional,
    clause: deadline.clause,
    countsNamedDay: deadline.countsNamedDay,
  };
}

/** A finding dated on a day nobody monitors is a sign of a slip (cross-checks, rule 5): the sentence that says so, else null. */
export function oddDayMark(day: CalendarDate, calendar: WorkCalendar): string | null {
  return isWorkingDay(day, calendar).working ? null : `发现日期${day}不是工作日，请核对`;
}
