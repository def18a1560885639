import { describe, expect, it } from 'vitest';
import { halfUpRatio } from './half-up.ts';

describe('halfUpRatio', () => {
  it.each([
    [1n, 8n, 2, 0.13], // 0.125: half goes up
    [1005n, 1000n, 2, 1.01], // 1.005 is 1.00499… in binary
    [1n, 3n, 4, 0.3333],
    [2n, 3n, 0, 1],
    [0n, 7n, 2, 0],
  ])('%s / %s to %i places is %f', (n, d, places, expected) => {
    expect(halfUpRatio(n, d, places)).toBe(expected);
  });
  it('refuses an empty base', () => {
    expect(() => halfUpRatio(1n, 0n, 1)).toThrow(RangeError);
  });
});
