import { describe, expect, it } from 'vitest';
import { logOdds, type Trees } from './trees.ts';

/** So many stumps on one feature: each takes away or adds as much. */
function stumps(many: number, low: number, high: number): Trees {
  const roots = Int32Array.from({ length: many }, (_, t) => t * 3);
  const feature = Int8Array.from({ length: many * 3 }, (_, n) => (n % 3 === 0 ? 0 : -1));
  const value = Float32Array.from({ length: many * 3 }, (_, n) => [0.5, low, high][n % 3] as number);
  const left = Int32Array.from({ length: many * 3 }, (_, n) => (n % 3 === 0 ? n + 1 : 0));
  return { features: ['x'], base: -1, roots, feature, value, left };
}

describe('logOdds', () => {
  it.each([
    ['at the threshold goes left', 0.5, -2],
    ['above it goes right', 0.51, 3],
  ])('a row %s', (_, x, odds) => {
    expect(logOdds(stumps(4, -0.25, 1), Float64Array.of(x))).toBeCloseTo(odds, 6);
  });

  it('judges to the end what may still be likely, and not what has lost', () => {
    const trees = stumps(100, -0.125, 0.125);
    expect(logOdds(trees, Float64Array.of(1), -3)).toBeCloseTo(11.5, 6);
    const lost = logOdds(trees, Float64Array.of(0), -3);
    expect(lost).toBeLessThan(-3);
    expect(lost).toBeGreaterThan(logOdds(trees, Float64Array.of(0)));
    expect(logOdds(trees, Float64Array.of(0), -20)).toBeCloseTo(-13.5, 6);
  });
});
