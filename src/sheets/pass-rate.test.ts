import { describe, expect, it } from 'vitest';
import { passRate } from './pass-rate.ts';

describe('passRate', () => {
  it.each([
    [41, 29, 1, 70.7],
    [112, 111, 2, 99.11],
    [44, 39, 1, 88.6],
    [41, 36, 1, 87.8],
    [29, 29, 1, 100],
    [800, 1, 1, 0.1],
    [800, 1, 2, 0.13], // 0.125 goes up
    [6, 0, 1, 0],
  ])('base %i, passing %i, %i decimals: %f', (base, passing, decimals, rate) => {
    expect(passRate(base, passing, decimals, 0)).toBe(rate);
  });
  it('has no rate without a base, and refuses more than there are', () => {
    expect(passRate(0, 0, 1, 0)).toBeNull();
    expect(() => passRate(41, 42, 1, 0)).toThrow(RangeError);
    expect(() => passRate(41, 40, 1, 2)).toThrow(RangeError);
  });
  it('is none, not 0, where nothing could be decided; what could not be decided stays in the base', () => {
    expect(passRate(3, 0, 1, 3)).toBeNull();
    expect(passRate(3, 0, 1, 2)).toBe(0);
    expect(passRate(3, 1, 1, 2)).toBe(33.3);
  });
});
