import { describe, expect, it } from 'vitest';
import { WORK_CALENDAR } from '../core/work-calendar.ts';
import { more, problem, tell } from './ledger.fixture.ts';
import { lateWorkingDays, reportDue, reportedProblem } from './report.ts';

const p = problem();
const handed = tell(p, ['found', 'machine', '2022-11-25'], ['confirmed', 'office', '2022-11-25'], ['handed_over', 'office', '2022-11-28']);
const then = (...acts: Parameters<typeof more>[2][]) => ({ problem: p, events: more(handed.events, p, ...acts) });
const any = () => true;

describe('what a sealed report says of a problem', () => {
  it.each([
    ['handed over', handed, true],
    ['signed for', then(['received', 'unit', '2022-11-29']), true],
    ['answered', then(['reported_fixed', 'unit', '2022-11-30']), false],
    [
      'answered, and rechecked as not done',
      then(['reported_fixed', 'unit', '2022-11-30'], ['rechecked_not', 'centre', '2022-12-01']),
      false,
    ],
    ['disputed', then(['disputed', 'unit', '2022-11-30']), false],
    ['disputed and upheld', then(['disputed', 'unit', '2022-11-30'], ['upheld', 'office', '2022-12-01']), true],
    ['put right without a word', then(['rechecked_fixed', 'machine', '2022-11-30']), false],
    [
      'handed over once more',
      then(['reported_fixed', 'unit', '2022-11-30'], ['rechecked_not', 'centre', '2022-12-01'], ['handed_over', 'office', '2022-12-02']),
      true,
    ],
  ])('%s: missing %s', (_name, entry, missing) => {
    expect(reportedProblem(entry, any)?.missing).toBe(missing);
  });

  it('leaves out what was taken back, and what another notice handed over', () => {
    expect(reportedProblem(then(['withdrawn', 'office', '2022-11-29']), any)).toBeNull();
    expect(reportedProblem(handed, ({ data }) => data.notice === 'other')).toBeNull();
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
