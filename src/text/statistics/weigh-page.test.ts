import { describe, expect, it } from 'vitest';
import type { Finding } from '../finding.ts';
import { type ReadBlock, weighPage } from './weigh-page.ts';

const finding = (start: number, score: number, more: Partial<Finding> = {}): Finding => ({
  ...{ start, end: start + 1, found: `甲${start}`, suggestion: `乙${start}`, layer: 'L4', kind: 'wrong-character', severity: 3 },
  ...{ score, files: false, why: '' },
  ...more,
});
/** A block of the letters 0, 1, 2 … of a long alphabet, so that no two places look alike. */
const block = (letters: number, ...findings: Finding[]): ReadBlock => ({
  text: String.fromCharCode(...Array.from({ length: Math.min(letters, 3_000) }, (_, i) => 0x4e00 + i)),
  start: 0,
  letters,
  findings,
});
const scoreOf = (start: number, ...blocks: ReadBlock[]): number => weighPage(blocks).find((one) => one.start === start)?.score ?? 0;

describe('weighPage', () => {
  it('leaves other layers as they are', () => {
    const sure = finding(3, 0.9, { layer: 'L1' });
    expect(weighPage([block(50, sure)])).toEqual([sure]);
  });

  it('drops what is hardly likely in this text', () => {
    expect(weighPage([block(3_000, finding(1, 0.3))])).toEqual([]);
    expect(weighPage([block(3_000, finding(1, 0.9))])).toHaveLength(1);
  });

  it.each([
    ['a slip that a list is sure of', finding(9, 0.9, { layer: 'L1' }), true],
    ['one that it doubts', finding(9, 0.8, { layer: 'L1' }), false],
    ['an outdated name, which is no slip', finding(9, 0.9, { layer: 'L1', kind: 'outdated-phrase' }), false],
    ['what L4 has found as well, in the same place', finding(1, 0.9, { layer: 'L1' }), false],
  ])('takes %s beside a candidate into account: %s', (_, other, counts) => {
    const alone = scoreOf(1, block(100, finding(1, 0.95)));
    const beside = scoreOf(1, block(100, finding(1, 0.95), other));
    if (counts) expect(beside).toBeGreaterThan(alone + 0.05);
    else expect(beside).toBeCloseTo(alone, 1);
  });

  it('believes less in what comes back in the same words, wherever they stand', () => {
    const text = '湖绿道二期项目项目常务经理';
    const same = (start: number): ReadBlock => ({
      text,
      start,
      letters: text.length,
      findings: [finding(start + 5, 0.98, { suggestion: '' })],
    });
    const others = Array.from({ length: 4 }, (_, i): ReadBlock => ({ ...same(1_000 * (i + 1)), text: `湖绿道二${i}项${i}目常务经理` }));
    const back = Array.from({ length: 4 }, (_, i) => same(1_000 * (i + 1)));
    expect(scoreOf(5, same(0), ...back)).toBeLessThan(scoreOf(5, same(0), ...others) - 0.2);
    expect(scoreOf(4_005, same(0), ...back)).toBeCloseTo(scoreOf(5, same(0), ...back), 9);
  });

  it('answers the same from findings that were kept', () => {
    const blocks = [block(80, finding(1, 0.97)), block(400, finding(200, 0.7), finding(220, 0.99))];
    const kept = structuredClone(blocks);
    expect(weighPage(blocks)).toEqual(weighPage(kept));
    expect(blocks).toEqual(kept);
  });
});
