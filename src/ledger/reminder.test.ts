import { describe, expect, it } from 'vitest';
import { WORK_CALENDAR } from '../core/work-calendar.ts';
import { nextStep, REMINDER_DAYS, type ReminderStep, remindedWords, stepReached, workingDaysPast } from './reminder.ts';

// 2024-10-10 is a Thursday after the long holiday (1 to 7 October); the 12th, a Saturday, is worked.
const DUE = '2024-10-10';

describe('steps of a deadline', () => {
  it.each([
    ['2024-09-30', -3, null],
    ['2024-10-07', -3, null],
    ['2024-10-08', -2, null],
    ['2024-10-09', -1, 'due_soon'],
    ['2024-10-10', 0, 'due_soon'],
    ['2024-10-11', 1, 'overdue'],
    ['2024-10-12', 2, 'overdue'],
    ['2024-10-13', 2, 'overdue'],
    ['2024-10-14', 3, 'letter'],
    ['2024-10-15', 4, 'letter'],
    ['2024-10-16', 5, 'notice'],
    ['2024-10-17', 6, 'notice'],
  ] as const)('%s: %i working days past, %s', (day, past, step) => {
    expect(workingDaysPast(DUE, day, WORK_CALENDAR) + 0).toBe(past);
    expect(stepReached(DUE, day, WORK_CALENDAR, REMINDER_DAYS)).toBe(step);
  });

  it('a weekend after the last day is not late yet: nobody works then', () => {
    expect(stepReached('2024-10-18', '2024-10-19', WORK_CALENDAR, REMINDER_DAYS)).toBe(null);
    expect(stepReached('2024-10-18', '2024-10-20', WORK_CALENDAR, REMINDER_DAYS)).toBe(null);
    expect(stepReached('2024-10-18', '2024-10-21', WORK_CALENDAR, REMINDER_DAYS)).toBe('overdue');
  });

  it('other days of another office', () => {
    const days = { dueSoon: 2, overdue: 2, letter: 4, notice: 6 };
    expect(stepReached(DUE, '2024-10-08', WORK_CALENDAR, days)).toBe('due_soon');
    expect(stepReached(DUE, '2024-10-11', WORK_CALENDAR, days)).toBe(null);
    expect(stepReached(DUE, '2024-10-12', WORK_CALENDAR, days)).toBe('overdue');
  });
});

describe('P16: the next step', () => {
  const open = { status: 'handed_over', due: DUE } as const;
  it('1, 3 and 5 working days overdue: three steps, each once, and one before the limit', () => {
    const taken: ReminderStep[] = [];
    const log: string[] = [];
    for (let n = 1; n <= 31; n++) {
      const day = `2024-10-${String(n).padStart(2, '0')}`;
      for (let round = 0; round < 2; round++) {
        const step = nextStep(open, taken, day, WORK_CALENDAR);
        if (step) {
          taken.push(step);
          log.push(`${day} ${step}`);
        }
      }
    }
    expect(log).toEqual(['2024-10-09 due_soon', '2024-10-11 overdue', '2024-10-14 letter', '2024-10-16 notice']);
  });

  it('a program that slept takes the furthest step only, and none before it afterwards', () => {
    expect(nextStep(open, [], '2024-10-15', WORK_CALENDAR)).toBe('letter');
    expect(nextStep(open, ['letter'], '2024-10-15', WORK_CALENDAR)).toBe(null);
    expect(nextStep(open, ['letter'], '2024-10-16', WORK_CALENDAR)).toBe('notice');
  });

  it.each([
    ['rectified', DUE],
    ['confirmed', null],
    ['disputed', DUE],
    ['closed', DUE],
    ['handed_over', null],
  ] as const)('nobody is reminded of a problem that is %s, due %s', (status, due) => {
    expect(nextStep({ status, due }, [], '2024-10-16', WORK_CALENDAR)).toBe(null);
  });
});

describe('P11: 多次被提醒', () => {
  it('three dates are listed, two are not many', () => {
    expect(remindedWords(['2024-10-09', '2024-10-11'])).toBe(null);
    expect(remindedWords(['2024-10-14', '2024-10-09', '2024-10-11'])).toBe('多次被提醒（3次：2024-10-09、2024-10-11、2024-10-14）');
  });
});
