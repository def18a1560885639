import type { CalendarDate } from '../core/date.ts';
import { type WorkCalendar, workingDaysBetween } from '../core/work-calendar.ts';
import { type ProblemStatus, waitsForUnit } from './status.ts';

/** 提醒督办的步骤, in order: before the limit, then one, three and five working days after it (seeds P11, P16). */
export const REMINDER_STEPS = { due_soon: '即将超期提醒', overdue: '逾期提醒', letter: '督办', notice: '拟通报' } as const;
export type ReminderStep = keyof typeof REMINDER_STEPS;
export const REMINDER_STEP_CODES = Object.keys(REMINDER_STEPS) as ReminderStep[];

/** Working days at which the steps are taken: `dueSoon` before the last permitted day, the others after it. */
export interface ReminderDays {
  dueSoon: number;
  overdue: number;
  letter: number;
  notice: number;
}
export const REMINDER_DAYS: ReminderDays = { dueSoon: 1, overdue: 1, letter: 3, notice: 5 };

/** Number of reminders from which a notice says 多次被提醒. */
export const MANY_REMINDERS = 3;

/**
 * Working days past the last permitted day, 0 on it and on days off right after it; negative before: −1 on the last
 * working day before it. A day off before it counts as the working day it follows, so nobody is reminded on it anew.
 */
export const workingDaysPast = (due: CalendarDate, day: CalendarDate, calendar: WorkCalendar): number =>
  workingDaysBetween(due, day, calendar).days;

/** The furthest step a deadline has reached on a day; null while none has. */
export function stepReached(due: CalendarDate, day: CalendarDate, calendar: WorkCalendar, days: ReminderDays): ReminderStep | null {
  const past = workingDaysPast(due, day, calendar);
  if (past >= days.notice) return 'notice';
  if (past >= days.letter) return 'letter';
  if (past >= days.overdue) return 'overdue';
  return day <= due && past >= -days.dueSoon ? 'due_soon' : null;
}

/**
 * The step to be taken for a problem now, each once for a deadline: the furthest reached, unless it or a later one was
 * taken. Steps that nobody took in time (the program slept) are not made up for; the count holds only what was sent.
 */
export function nextStep(
  problem: { status: ProblemStatus; due: CalendarDate | null },
  taken: readonly ReminderStep[],
  day: CalendarDate,
  calendar: WorkCalendar,
  days: ReminderDays = REMINDER_DAYS,
): ReminderStep | null {
  if (problem.due === null || !waitsForUnit(problem.status)) return null;
  const step = stepReached(problem.due, day, calendar, days);
  if (step === null) return null;
  const rank = (one: ReminderStep): number => REMINDER_STEP_CODES.indexOf(one);
  return taken.some((one) => rank(one) >= rank(step)) ? null : step;
}

/** How a notice speaks of a unit that was reminded on these days; null for fewer than three (seeds P11). */
export function remindedWords(days: readonly CalendarDate[]): string | null {
  return days.length >= MANY_REMINDERS ? `多次被提醒（${days.length}次：${[...days].sort().join('、')}）` : null;
}
