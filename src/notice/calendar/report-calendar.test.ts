import { describe, expect, it } from 'vitest';
import { WORK_CALENDAR } from '../../core/work-calendar.ts';
import { dutyId, type ReportDuty, reportPeriod } from './duty.ts';
import { type IssuedReport, reportCalendar } from './report-calendar.ts';

const monthly: ReportDuty = { every: 'month', name: '政务公开月报', withinWorkingDays: 3, from: '2024-03', template: 'monthly-report' };
const MARCH: IssuedReport = {
  periodId: '2024-03',
  on: '2024-04-02',
  title: '三月月报',
  by: { template: 'monthly-report', noticeId: 'n3' },
};
const states = (today: string, duties: readonly ReportDuty[], issued: readonly IssuedReport[] = []) =>
  reportCalendar(duties, issued, today, WORK_CALENDAR).map(({ period, due, state }) => [period.id, due, state]);

describe('calendar of reports', () => {
  // 1 to 5 May 2024 were off, so the third working day after April is the 8th.
  it.each([
    ['2024-04-30', 'coming'],
    ['2024-05-01', 'due-soon'],
    ['2024-05-08', 'due-soon'],
    ['2024-05-09', 'late'],
    ['2024-05-10', 'late'],
  ])('April on %s is %s', (today, state) =>
    expect(states(today, [monthly], [MARCH])).toEqual([
      ['2024-03', '2024-04-03', 'issued'],
      ['2024-04', '2024-05-08', state],
      ...(today > '2024-04-30' ? [['2024-05', '2024-06-05', 'coming']] : []),
    ]),
  );

  it('waits quietly while the due day is more than three working days away', () => {
    const slow = { ...monthly, from: '2024-04', withinWorkingDays: 10 };
    expect(states('2024-05-06', [slow])[0]).toEqual(['2024-04', '2024-05-16', 'waiting']);
    expect(states('2024-05-13', [slow])[0]).toEqual(['2024-04', '2024-05-16', 'due-soon']);
  });

  it('is met by a notice of its kind only, or of any kind where none is named', () => {
    const other: IssuedReport = { ...MARCH, periodId: '2024-04', by: { template: 'monthly-monitoring', noticeId: 'n4' } };
    expect(states('2024-05-10', [monthly], [MARCH, other])[1]?.[2]).toBe('late');
    expect(states('2024-05-10', [{ ...monthly, template: null }], [MARCH, other])[1]?.[2]).toBe('issued');
  });

  it('is met by what was issued elsewhere, for that duty alone', () => {
    const yearly: ReportDuty = { every: 'year', name: '年度报告', withinWorkingDays: 20, from: '2023', template: null };
    const paper: IssuedReport = { periodId: '2023', on: '2024-01-29', title: '2023年度报告', by: { duty: dutyId(yearly) } };
    expect(states('2024-03-01', [yearly])).toEqual([
      ['2023', '2024-01-29', 'late'],
      ['2024', '2025-02-05', 'coming'],
    ]);
    expect(states('2024-03-01', [yearly], [paper])[0]?.[2]).toBe('issued');
    expect(states('2024-03-01', [{ ...yearly, template: 'x' }], [paper])[0]?.[2]).toBe('late');
  });

  it('takes the first of several and says the day', () => {
    const corrected = { ...MARCH, on: '2024-04-20' };
    expect(reportCalendar([monthly], [corrected, MARCH], '2024-04-25', WORK_CALENDAR)[0]?.issued?.on).toBe('2024-04-02');
  });

  it('says where a due day rests on holidays nobody has published', () => {
    const far = { ...monthly, from: '2035-01' };
    expect(reportCalendar([far], [], '2035-01-15', WORK_CALENDAR)[0]?.note).toContain('2035年放假安排尚未公布');
  });

  it('shows no more than two years of months', () => {
    expect(states('2024-05-10', [{ ...monthly, from: '2015-01' }])).toHaveLength(24);
  });
});

it.each([
  ['year', '2024-01'],
  ['quarter', '2024-01'],
  ['month', '2024-Q1'],
] as const)('a %s is not %s', (every, id) => expect(() => reportPeriod(every, id)).toThrow('不是'));
