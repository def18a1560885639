import { describe, expect, it } from 'vitest';
import { failedInARow, type PeriodOutcome } from './in-a-row.ts';

const months = (...outcomes: readonly PeriodOutcome['outcome'][]): PeriodOutcome[] =>
  outcomes.map((outcome, i) => ({ period: `2022-${String(13 - outcomes.length + i).padStart(2, '0')}`, outcome }));

describe('periods failed in a row (seeds N18)', () => {
  it.each([
    [months('failed', 'failed', 'failed'), 3],
    [months('failed', 'clean', 'failed'), 1],
    [months('failed', 'unknown', 'failed'), 1],
    [months('failed', 'failed', 'clean'), 0],
    [
      [
        { period: '2022-10', outcome: 'failed' as const },
        { period: '2022-12', outcome: 'failed' as const },
      ],
      1,
    ],
    [[], 0],
  ])('%j up to December: %i', (history, count) => {
    expect(failedInARow(history, '2022-12')).toBe(count);
  });

  it('counts over the turn of the year and in quarters', () => {
    expect(
      failedInARow(
        [
          { period: '2021-12', outcome: 'failed' },
          { period: '2022-01', outcome: 'failed' },
        ],
        '2022-01',
      ),
    ).toBe(2);
    expect(
      failedInARow(
        [
          { period: '2021-Q4', outcome: 'failed' },
          { period: '2022-Q1', outcome: 'failed' },
        ],
        '2022-Q1',
      ),
    ).toBe(2);
  });
});
