import { describe, expect, it } from 'vitest';
import type { ChannelVerdict } from '../core/channel-verdict.ts';
import { type MonitoringScheme, monitoringEntries, type PeriodResult } from './monitoring-entries.ts';

const SCHEME: MonitoringScheme = { weights: { month: 1, quarter: 3 }, deductions: { fail: 0.5 } };
const result = (periodId: string, verdict: ChannelVerdict, more: Partial<PeriodResult> = {}): PeriodResult => ({
  periodId,
  channelId: 'site',
  unitId: 'unit',
  verdict,
  inBase: true,
  reasons: [`${periodId}的理由`],
  problems: [`problem ${periodId}`],
  ...more,
});
const points = (results: readonly PeriodResult[], scheme = SCHEME) =>
  monitoringEntries(results, scheme).map(({ basis, points: taken }) => [basis.periodId, taken]);

describe('entries of daily monitoring', () => {
  it('makes three of three failing months, each with its basis', () => {
    const entries = monitoringEntries(
      ['2022-11', '2022-09', '2022-10'].map((id) => result(id, 'fail')),
      SCHEME,
    );
    expect(entries.map(({ points: taken, basis, reasons }) => [taken, basis.periodId, basis.problems, reasons])).toEqual([
      [-0.5, '2022-09', ['problem 2022-09'], ['2022-09的理由']],
      [-0.5, '2022-10', ['problem 2022-10'], ['2022-10的理由']],
      [-0.5, '2022-11', ['problem 2022-11'], ['2022-11的理由']],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
  });

  it.each(['no_problem', 'pass', 'undecided'] as const)('makes none of a month that is %s', (verdict) =>
    expect(points([result('2022-09', verdict)])).toEqual([]),
  );

  it('counts nothing outside the base', () => expect(points([result('2022-09', 'fail', { inBase: false })])).toEqual([]));

  it('weighs a quarter as the scheme says, and not where its months were judged', () => {
    expect(points([result('2022-Q3', 'fail')])).toEqual([['2022-Q3', -1.5]]);
    expect(points([result('2022-Q3', 'fail'), result('2022-08', 'pass')])).toEqual([]);
    expect(points([result('2022-Q3', 'fail'), result('2022-06', 'fail')])).toEqual([
      ['2022-06', -0.5],
      ['2022-Q3', -1.5],
    ]);
    expect(points([result('2022-Q3', 'fail'), result('2022-08', 'pass', { channelId: 'other' })])).toEqual([['2022-Q3', -1.5]]);
  });

  it('takes the kinds of period and the results that the scheme names', () => {
    const quarters: MonitoringScheme = { weights: { quarter: 1 }, deductions: { fail: 2, undecided: 1 } };
    expect(points([result('2022-Q3', 'fail'), result('2022-08', 'fail'), result('2022-Q4', 'undecided')], quarters)).toEqual([
      ['2022-Q3', -2],
      ['2022-Q4', -1],
    ]);
  });
});
