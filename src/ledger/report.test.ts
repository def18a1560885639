import { describe, expect, it } from 'vitest';
import { WORK_CALENDAR } from '../core/work-calendar.ts';
import { lateWorkingDays, reportDue, reportedProblem } from './report.ts';

const handed = { id: 'p', status: 'handed_over', due: '2022-12-05', said: null } as const;
const said = (act: 'reported_fixed' | 'disputed') => ({ act, day: '2022-11-30', text: '', by: '甲' });

describe('what a sealed report says of a problem', () => {
  it.each([
    ['handed over', handed, true],
    ['signed for', { ...handed, status: 'received' }, true],
    ['answered', { ...handed, status: 'rectified', said: said('reported_fixed') }, false],
    ['answered, and rechecked as not done', { ...handed, status: 'not_rectified', said: said('reported_fixed') }, false],
    ['disputed', { ...handed, status: 'disputed', said: said('disputed') }, false],
    ['disputed and upheld', { ...handed, status: 'received', said: said('disputed') }, true],
    ['put right without a word', { ...handed, status: 'rechecked_ok' }, false],
    ['struck off', { ...handed, status: 'closed', said: said('reported_fixed') }, false],
  ] as const)('%s', (_name, entry, missing) => {
    expect(reportedProblem(entry)?.missing).toBe(missing);
  });

  it('leaves out what was taken back', () => {
    expect(reportedProblem({ ...handed, status: 'withdrawn' })).toBeNull();
  });

  it('is due with the problem that has the most time', () => {
    const one = { id: '', answer: null, missing: true };
    expect(
      reportDue([
        { ...one, due: '2022-12-01' },
        { ...one, due: '2022-12-05' },
        { ...one, due: null },
      ]),
    ).toBe('2022-12-05');
    expect(reportDue([])).toBeNull();
  });

  it.each([
    ['2022-12-05', '2022-12-05', 0],
    ['2022-12-02', '2022-12-04', 0],
    ['2022-12-02', '2022-12-05', 1],
    ['2022-12-05', '2022-12-08', 3],
    [null, '2022-12-08', 0],
  ])('due %s, came %s: %s working days late', (due, on, days) => {
    expect(lateWorkingDays(due, on, WORK_CALENDAR)).toBe(days);
  });
});
