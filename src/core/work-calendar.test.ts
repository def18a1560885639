import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { addDays } from './date.ts';
import { MingchaError } from './error.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDayOnOrAfter, WORK_CALENDAR, workCalendar, workingDaysBetween } from './work-calendar.ts';
import { isWeekend, type WorkYear } from './work-calendar-year.ts';

const calendar = WORK_CALENDAR;
const NOTE_2027 = '2027年放假安排尚未公布，暂按周末推算';

describe('working days', () => {
  it('agrees with the seeding library on every day of 2018 to 2026', () => {
    const differing: string[] = [];
    for (let day = '2018-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
      if (isWorkingDay(day, calendar).working !== chineseDays.isWorkday(day)) differing.push(day);
    expect(differing).toEqual([]);
  });

  it('keeps every exception in its own year and on the side of the week it changes', () => {
    for (const row of calendar.years.values()) {
      expect(row.source).toMatch(/国办发明电|公布/);
      expect(row.holidays.filter((day) => isWeekend(day) || !day.startsWith(`${row.year}`))).toEqual([]);
      expect(row.workdays.filter((day) => !isWeekend(day) || !day.startsWith(`${row.year}`))).toEqual([]);
    }
  });

  it.each([
    // issued on, working days, last day, why
    ['2024-09-27', 5, '2024-10-10', '1 to 7 October off, Sunday 29 September worked (seeds P03)'],
    ['2026-09-30', 5, '2026-10-13', 'Saturday 10 October worked'],
    ['2023-03-15', 5, '2023-03-22', 'plain weeks (seeds A1, 石泉)'],
    ['2022-10-11', 6, '2022-10-19', 'plain weeks (seeds A1, 湘潭)'],
    ['2022-12-31', 1, '2023-01-03', 'issued on a Saturday before New Year'],
    ['2020-01-23', 1, '2020-02-03', 'the Spring Festival break that was lengthened'],
    ['2018-12-28', 1, '2018-12-29', 'a Saturday worked by the notice for the next year'],
  ])('counts %s + %i working days = %s (%s)', (from, n, last) => {
    expect(addWorkingDays(from, n, calendar)).toEqual({ day: last, provisional: false, note: null });
    expect(workingDaysBetween(from, last, calendar).days).toBe(n);
    expect(workingDaysBetween(from, addDays(last, -1), calendar).days).toBe(n - 1);
    expect(workingDaysBetween(last, from, calendar).days).toBe(-n);
  });

  it('finds the first working day on or after a day', () => {
    expect(nextWorkingDayOnOrAfter('2020-01-31', calendar).day).toBe('2020-02-03');
    expect(nextWorkingDayOnOrAfter('2020-02-16', calendar).day).toBe('2020-02-17');
    expect(nextWorkingDayOnOrAfter('2024-09-29', calendar).day).toBe('2024-09-29');
  });

  it.each([0, -1, 1.5, 1001, Number.NaN])('refuses to add %s working days', (n) => {
    expect(() => addWorkingDays('2024-01-01', n, calendar)).toThrow(RangeError);
  });
});

describe('a year whose notice is not out', () => {
  it('answers by weekends and says so', () => {
    expect(isWorkingDay('2027-01-01', calendar)).toEqual({ working: true, provisional: true, note: NOTE_2027 });
    expect(isWorkingDay('2027-01-02', calendar)).toEqual({ working: false, provisional: true, note: NOTE_2027 });
    expect(addWorkingDays('2026-12-31', 5, calendar)).toEqual({ day: '2027-01-07', provisional: true, note: NOTE_2027 });
  });

  it('P03: without a calendar five working days of 27 September end on 4 October, and are said to be provisional', () => {
    const none = { years: new Map(), exceptions: new Map() };
    expect(addWorkingDays('2024-09-27', 5, none)).toMatchObject({ day: '2024-10-04', provisional: true });
    expect(addWorkingDays('2024-09-27', 5, calendar).day).toBe('2024-10-10');
  });

  it('is provisional from the last week of the year before, not earlier', () => {
    expect(isWorkingDay('2026-12-24', calendar).provisional).toBe(false);
    expect(isWorkingDay('2026-12-25', calendar)).toMatchObject({ provisional: true, note: NOTE_2027 });
    expect(isWorkingDay('2025-12-31', calendar).provisional).toBe(false);
  });

  it('says of a year before the table that it is not in it', () => {
    expect(isWorkingDay('2017-10-02', calendar).note).toBe('2017年放假安排未收录，暂按周末推算');
  });

  it('stops being provisional once an operator enters the year', () => {
    const row: WorkYear = {
      year: 2027,
      source: '测试用放假安排',
      mark: 'operator',
      holidays: ['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'],
      workdays: ['2026-12-27'],
    };
    const overlaid = workCalendar([row]);
    expect(addWorkingDays('2026-12-30', 1, overlaid)).toEqual({ day: '2027-01-04', provisional: false, note: null });
    expect(isWorkingDay('2026-12-27', overlaid)).toEqual({ working: true, provisional: false, note: null });
    expect(isWorkingDay('2027-12-31', overlaid).note).toBe('2028年放假安排尚未公布，暂按周末推算');
  });
});

describe('a row entered by an operator', () => {
  const good: WorkYear = { year: 2027, source: '测试', mark: 'operator', holidays: ['2027-01-01'], workdays: ['2027-01-09'] };
  it.each([
    ['a day of another year', { ...good, holidays: ['2028-01-03'] }, '2028-01-03'],
    ['a day before the last week of the year before', { ...good, holidays: ['2026-12-24'] }, '2026-12-24'],
    ['an impossible day', { ...good, holidays: ['2027-02-30'] }, '2027-02-30'],
    ['a make-up day on a weekday', { ...good, workdays: ['2027-01-08'] }, '2027-01-08'],
    ['a day both off and worked', { ...good, holidays: ['2027-01-09'] }, '2027-01-09'],
    ['no holiday at all', { ...good, holidays: [] }, undefined],
    ['no source', { ...good, source: ' ' }, undefined],
    ['an impossible year', { ...good, year: 27, holidays: ['2027-01-01'] }, '27'],
  ])('is refused with %s', (_name, row, value) => {
    try {
      workCalendar([row]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MingchaError);
      expect((error as MingchaError).code).toBe('bad-input');
      expect((error as MingchaError).faults.map((fault) => fault.value)).toContain(value);
    }
  });
});
