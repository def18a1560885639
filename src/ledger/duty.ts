import { addDays, type CalendarDate, dateAt, type Instant, instantOf } from '../core/date.ts';

/** 值班表的一天: who answers alarms from the change of duty on that day to the next, and who when that person does not. */
export interface Duty {
  day: CalendarDate;
  name: string;
  deputy: string | null;
}

/** The day of the roster that a moment belongs to: before the change of duty in the morning it is still yesterday's. */
export function dutyDayAt(at: Instant, changesAt: string): CalendarDate {
  const today = dateAt(at);
  return at < instantOf(today, changesAt) ? addDays(today, -1) : today;
}

/** Whether an alarm that nobody has answered goes to the deputy now: so many minutes after it was raised, not earlier (seeds S02). */
export function goesToDeputy(alarm: { at: Instant; answeredAt: Instant | null }, now: Instant, minutes: number): boolean {
  return alarm.answeredAt === null && Date.parse(now) - Date.parse(alarm.at) >= minutes * 60_000;
}
