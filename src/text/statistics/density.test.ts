import { describe, expect, it } from 'vitest';
import { type BlockEvidence, chanceAt, densities } from './density.ts';

const block = (letters: number, ...odds: number[]): BlockEvidence => ({ letters, telling: odds.map((one) => ({ odds: one, times: 1 })) });
/** The chance of a candidate of these odds in the first block. */
const chance = (odds: number, ...blocks: BlockEvidence[]): number => chanceAt(odds, densities(blocks)(0));
/** `many` slips, one in each so many letters, as a run of paragraphs. */
const strewn = (many: number, lettersEach: number): BlockEvidence[] => Array.from({ length: many }, () => block(lettersEach, 5));

describe('density', () => {
  it('adds up to one, whatever is told', () => {
    const of = densities([block(0), block(1e7), block(10, 9, 9, 9), block(1e5, 2, 2)]);
    for (const weights of [of(0), of(1), of(2), of(3)]) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it.each([
    ['a clean text of 5,000 letters', [block(5_000)], 3.4, 3.6],
    ['a clean text of 500,000 letters: no stricter than one slip in 2,500', [block(500_000)], 3.4, 3.51],
    ['nothing to read', [block(0)], 3, 3.5],
    ['a slip in each 75 letters', strewn(100, 75), 0, 0.2],
    ['a slip in each 10 letters: no laxer than what the judge learned from', strewn(100, 10), 0, 0.1],
    ['a slip in each 1,000 letters', strewn(100, 1_000), 1.8, 3],
  ] as const)('shifts by the density of %s', (_, blocks, least, most) => {
    // The odds whose chance is one half tell by how much they were shifted.
    let low = 0;
    let high = 9;
    while (high - low > 1e-6) {
      const middle = (low + high) / 2;
      if (chance(middle, ...blocks) < 0.5) low = middle;
      else high = middle;
    }
    expect(low).toBeGreaterThanOrEqual(least - 1e-5);
    expect(low).toBeLessThanOrEqual(most);
  });

  it('stays silent about one weak candidate in a clean text', () => {
    expect(chance(2.5, block(3_000, 2.5))).toBeLessThan(0.4);
  });

  it('believes the same candidate among many slips', () => {
    expect(chance(2.5, block(75, 2.5), ...strewn(50, 75))).toBeGreaterThan(0.85);
  });

  it('reads a bad paragraph of a clean text more closely than the rest of it', () => {
    const bad = block(120, 6, 6, 5, 1);
    const rest = block(20_000, 1);
    expect(chance(1, bad, rest)).toBeGreaterThan(0.4);
    expect(chance(1, rest, bad)).toBeLessThan(0.1);
  });

  it('does not care about the order of blocks', () => {
    const blocks = [block(300, 3), block(90, 5, 4), block(1_000), block(40, 2)];
    const forwards = densities(blocks);
    const backwards = densities(blocks.toReversed());
    blocks.forEach((_, b) => {
      forwards(b).forEach((weight, k) => {
        expect(weight).toBeCloseTo(backwards(blocks.length - 1 - b)[k] as number, 9);
      });
    });
  });

  it('counts what stands there many times once', () => {
    const often = Array.from({ length: 20 }, (): BlockEvidence => ({ letters: 100, telling: [{ odds: 4, times: 20 }] }));
    expect(chance(2, ...often)).toBeLessThan(0.3);
    expect(chance(2, ...Array.from({ length: 20 }, () => block(100, 4)))).toBeGreaterThan(0.7);
  });
});
