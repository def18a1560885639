import { describe, expect, it } from 'vitest';
import { MingchaError } from '../core/error.ts';
import { WORK_CALENDAR } from '../core/work-calendar.ts';
import { type DeadlineTerm, deadlineData, makeDeadline, oddDayMark } from './deadline.ts';

const days = (n: number): DeadlineTerm => ({ kind: 'working_days', days: n });
const named = (day: string, countsNamedDay: boolean): DeadlineTerm => ({ kind: 'date', day, countsNamedDay });

describe('deadlines', () => {
  it.each([
    ['2024-09-27', days(5), '2024-10-10'],
    ['2026-09-30', days(5), '2026-10-13'],
    ['2024-09-27', days(1), '2024-09-29'],
    ['2023-03-15', named('2023-03-22', true), '2023-03-22'],
    ['2022-10-11', named('2022-10-19', false), '2022-10-18'],
    ['2022-10-11', named('2022-10-11', true), '2022-10-11'],
    ['2024-04-30', { kind: 'at_once' } as const, '2024-04-30'],
    ['2024-05-01', { kind: 'at_once' } as const, '2024-05-06'],
  ])('from %s, %j: last permitted day %s', (starts, term, due) => {
    expect(makeDeadline(term, starts, WORK_CALENDAR, '工作要求')).toMatchObject({
      starts,
      due,
      provisional: false,
      note: null,
      clause: '工作要求',
    });
  });

  it('is provisional where a year on the way is not published', () => {
    expect(makeDeadline(days(5), '2026-12-30', WORK_CALENDAR, '').note).toBe('2027年放假安排尚未公布，暂按周末推算');
    expect(makeDeadline(named('2027-03-01', true), '2026-12-30', WORK_CALENDAR, '').provisional).toBe(false);
  });

  it('states whether the named day counts', () => {
    expect(deadlineData(makeDeadline(named('2022-10-19', false), '2022-10-11', WORK_CALENDAR, '第三条'))).toEqual({
      deadlineKind: 'date',
      starts: '2022-10-11',
      due: '2022-10-18',
      dueProvisional: false,
      clause: '第三条',
      countsNamedDay: false,
    });
  });

  it.each([
    [days(0), /0个工作日/],
    [days(2.5), /2.5个工作日/],
    [days(251), /251个工作日/],
    [named('2022-02-30', true), /不是有效日期/],
    [named('2022-10-10', true), /早于交办日/],
    [named('2022-10-11', false), /早于交办日/],
  ])('refuses %j', (term, message) => {
    expect(() => makeDeadline(term, '2022-10-11', WORK_CALENDAR, '')).toThrow(message);
    expect(() => makeDeadline(term, '2022-10-11', WORK_CALENDAR, '')).toThrow(MingchaError);
  });

  it('marks a finding dated on a day nobody monitors', () => {
    expect(oddDayMark('2020-02-16', WORK_CALENDAR)).toContain('不是工作日');
    expect(oddDayMark('2020-02-17', WORK_CALENDAR)).toBeNull();
    expect(oddDayMark('2024-09-29', WORK_CALENDAR)).toBeNull();
  });
});
