import { describe, expect, it } from 'vitest';
import { MingchaError } from './error.ts';
import { requireSupportedStaleClaim, weighStaleClaim } from './stale-claim.ts';

describe('stale claim', () => {
  it.each([
    ['a printed row of five days', '2020-02-16', '2020-02-11', 'P14D', false, 5],
    ['last day in time', '2020-02-25', '2020-02-11', 'P14D', false, 14],
    ['first day over', '2020-02-26', '2020-02-11', 'P14D', true, 15],
    ['over the turn of the year', '2020-01-09', '2019-12-25', 'P14D', true, 15],
    ['half a year, last day', '2022-12-15', '2022-06-15', 'P6M', false, 183],
    ['half a year, first day over', '2022-12-16', '2022-06-15', 'P6M', true, 184],
    ['updated after it was found', '2020-02-11', '2020-02-16', 'P14D', false, -5],
  ])('%s', (_name, foundOn, lastUpdate, limit, supported, days) => {
    expect(weighStaleClaim({ foundOn, lastUpdate, limit })).toEqual({ supported, days });
  });

  it('refuses with the computed days and says what would be right', () => {
    const claim = { foundOn: '2020-02-16', lastUpdate: '2020-02-11', limit: 'P14D' };
    expect(() => requireSupportedStaleClaim(claim)).toThrow(/只相隔5天，没有超过两周/);
    try {
      requireSupportedStaleClaim(claim);
    } catch (error) {
      expect(error).toBeInstanceOf(MingchaError);
      expect((error as MingchaError).code).toBe('refused');
      expect((error as MingchaError).faults[0]?.message).toContain('2020年2月25日');
    }
  });

  it('lets a supported claim through', () => {
    expect(() => requireSupportedStaleClaim({ foundOn: '2020-02-26', lastUpdate: '2020-02-11', limit: 'P14D' })).not.toThrow();
  });
});
