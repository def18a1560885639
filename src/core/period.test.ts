import { describe, expect, it } from 'vitest';
import { MingchaError } from './error.ts';
import { nextPeriod, parsePeriod, periodOf, previousPeriod } from './period.ts';

describe('periods', () => {
  it.each([
    ['2022-12', '2022年12月', '2022-12-01', '2022-12-31', '2022-11', '2023-01'],
    ['2024-02', '2024年2月', '2024-02-01', '2024-02-29', '2024-01', '2024-03'],
    ['2020-Q1', '2020年一季度', '2020-01-01', '2020-03-31', '2019-Q4', '2020-Q2'],
    ['2022-Q4', '2022年四季度', '2022-10-01', '2022-12-31', '2022-Q3', '2023-Q1'],
  ])('%s is %s, %s to %s, between %s and %s', (id, label, from, to, before, after) => {
    const period = parsePeriod(id);
    expect(period).toMatchObject({ id, label, from, to });
    expect(previousPeriod(period).id).toBe(before);
    expect(nextPeriod(period).id).toBe(after);
    expect(periodOf(period.kind, from)).toEqual(period);
    expect(periodOf(period.kind, to)).toEqual(period);
  });

  it.each(['2022', '2022-13', '2022-00', '2020-Q5', '2020-q1', '22-01', ''])('refuses %j', (id) => {
    expect(() => parsePeriod(id)).toThrow(MingchaError);
  });
});
