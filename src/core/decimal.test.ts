import { describe, expect, it } from 'vitest';
import { percentText } from './decimal.ts';

describe('a percentage in print', () => {
  it.each([
    [29, 41, 1, '70.7'],
    [111, 112, 2, '99.11'],
    [39, 44, 1, '88.6'],
    [36, 41, 1, '87.8'],
    [41, 41, 1, '100.0'],
    [0, 3, 2, '0.00'],
    [1, 800, 2, '0.13'], // 0.125: half goes up; half-even would print 0.12
    [1005, 100000, 2, '1.01'], // 1.005
    [1, 3, 0, '33'],
    [7, 3, 3, '233.333'],
  ])('%i of %i with %i decimals is %s %%', (n, d, decimals, text) => {
    expect(percentText(n, d, decimals)).toBe(text);
  });

  it('has no value without a base', () => {
    expect(percentText(0, 0, 1)).toBeNull();
  });

  it.each([
    [-1, 3],
    [1.5, 3],
    [1, Number.NaN],
  ])('refuses %s of %s', (n, d) => {
    expect(() => percentText(n, d, 1)).toThrow(RangeError);
  });
});
