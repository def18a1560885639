import { describe, expect, it } from 'vitest';
import { keyOf, SEED, step } from './hash.ts';
import { COUNTS, levelOf, NgramTable } from './ngram-table.ts';

const key = (n: number): number => keyOf(step(step(SEED, n), n >>> 8));

describe('NgramTable', () => {
  it('knows what was put in, but for one in a thousand', () => {
    const table = new NgramTable(50_000);
    for (let n = 0; n < 50_000; n += 1) table.set(key(n), (n % 63) + 1);
    let wrong = 0;
    for (let n = 0; n < 50_000; n += 1) if (table.level(key(n)) !== (n % 63) + 1) wrong += 1;
    expect(wrong).toBeLessThan(50);
  });

  it('takes fewer than one stranger in a thousand for one of them', () => {
    const table = new NgramTable(50_000);
    for (let n = 0; n < 50_000; n += 1) table.set(key(n), 1);
    let taken = 0;
    for (let n = 100_000; n < 200_000; n += 1) if (table.level(key(n)) > 0) taken += 1;
    expect(taken).toBeLessThan(100);
  });
});

describe('levelOf', () => {
  it.each([1, 2, 3, 7, 40, 1_000, 30_000])('tells %i back to within a tenth', (count) => {
    expect(Math.abs((COUNTS[levelOf(count)] as number) / count - 1)).toBeLessThan(0.1);
  });

  it('is highest for all that is more', () => {
    expect(levelOf(10 ** 9)).toBe(63);
  });
});
