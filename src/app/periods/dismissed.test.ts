import { describe, expect, it } from 'vitest';
import { problem, tell } from '../../ledger/ledger.fixture.ts';
import { dismissedBy } from './dismissed.ts';

const CUTOFF = '2022-12-27';
const found = problem({ firstFoundOn: '2022-12-10' });
type Acts = Parameters<typeof tell>[1][];
const isDismissed = (day: string, ...acts: Acts): boolean => {
  const entry = tell(found, ['found', 'machine', '2022-12-10'], ...acts);
  return dismissedBy([entry], CUTOFF)({ fingerprint: found.fingerprint }, { day });
};
const CONFIRMED: Acts[number] = ['confirmed', 'office', '2022-12-10'];
const withdrawn = (day: string): Acts[number] => ['withdrawn', 'office', day];

describe('which findings count for nothing in a period', () => {
  it.each([
    ['confirmed', [CONFIRMED], false],
    ['rejected', [['rejected', 'office', '2022-12-10']], true],
    ['excused on the cut-off', [CONFIRMED, ['exempted', 'office', '2022-12-27']], true],
    ['excused the day after: it stood on the cut-off', [CONFIRMED, ['exempted', 'office', '2022-12-28']], false],
    ['taken back before the cut-off', [CONFIRMED, withdrawn('2022-12-20')], true],
    ['taken back after it: it never was a problem', [CONFIRMED, withdrawn('2022-12-29')], true],
    ['taken back, and put back', [CONFIRMED, withdrawn('2022-12-29'), ['reopened', 'office', '2022-12-30']], false],
  ] as const satisfies readonly (readonly [string, Acts, boolean])[])('%s', (_, acts, dismissed) => {
    expect(isDismissed('2022-12-15', ...acts)).toBe(dismissed);
  });

  it('says nothing of what was seen before the problem was found', () => {
    expect(isDismissed('2022-12-09', CONFIRMED, withdrawn('2022-12-29'))).toBe(false);
  });

  it('a merged one stands and falls with the one it went into, whenever that fell', () => {
    const whole = problem({ id: 'problem_other', fingerprint: 'fp_other', firstFoundOn: '2022-12-01' });
    const merged = tell(found, ['found', 'machine', '2022-12-10'], ['merged', 'office', '2022-12-10']);
    const into = (...acts: Acts) => tell(whole, ['found', 'machine', '2022-12-01'], ['confirmed', 'office', '2022-12-01'], ...acts);
    const asked = (...acts: Acts) =>
      dismissedBy([merged, into(...acts)], CUTOFF)({ fingerprint: found.fingerprint }, { day: '2022-12-15' });
    expect([asked(), asked(withdrawn('2022-12-29'))]).toEqual([false, true]);
  });
});
