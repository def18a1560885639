import { describe, expect, it } from 'vitest';
import type { Finding } from '../finding.ts';
import { type ReadBlock, weighPage } from './weigh-page.ts';

const finding = (start: number, score: number, more: Partial<Finding> = {}): Finding => ({
  ...{ start, end: start + 1, found: `甲${start}`, suggestion: `乙${start}`, layer: 'L4', kind: 'wrong-character', severity: 3 },
  ...{ score, files: false, why: '' },
  ...more,
});
const block = (letters: number, ...findings: Finding[]): ReadBlock => ({ letters, findings });
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

  it('answers the same from findings that were kept', () => {
    const blocks = [block(80, finding(1, 0.97)), block(400, finding(200, 0.7), finding(220, 0.99))];
    const kept = structuredClone(blocks);
    expect(weighPage(blocks)).toEqual(weighPage(kept));
    expect(blocks).toEqual(kept);
  });
});
