import { describe, expect, it } from 'vitest';
import { completionText } from './completion.ts';
import { endsOf, rank } from './ranking.ts';
import { volume } from './volume.fixture.ts';

const counts = (...approved: readonly (number | null)[]) => approved.map((n, i) => volume(`${'甲乙丙丁戊己'[i]}镇`, { approved: n }));
const units = (ends: ReturnType<typeof endsOf>) => ends.named.map(({ row }) => row.unit);

describe('completion of the yearly task', () => {
  it.each([
    [631, 550, '114.73'],
    [1, 800, '0.13'],
    [0, 560, '0.00'],
    [null, 560, null],
    [10, null, null],
    [10, 0, null],
  ])('%s of %s is %s', (publishedTotal, annualTask, text) => {
    expect(completionText({ publishedTotal, annualTask })).toBe(text);
  });
});

describe('a ranking', () => {
  it('puts the highest first, shares ranks, keeps table order among equals, and never ranks a missing figure', () => {
    const { ranked, unranked } = rank(counts(2, 5, 2, null, 1), 'approved');
    expect(ranked.map(({ row, rank: place, value }) => [row.unit, place, value])).toEqual([
      ['乙镇', 1, '5条'],
      ['甲镇', 2, '2条'],
      ['丙镇', 2, '2条'],
      ['戊镇', 4, '1条'],
    ]);
    expect(unranked).toEqual(['丁镇']);
  });

  it('goes by the exact share, not by the printed one', () => {
    const rows = [volume('甲镇', { publishedTotal: 33333, annualTask: 100000 }), volume('乙镇', { publishedTotal: 1, annualTask: 3 })];
    const { ranked } = rank(rows, 'completion');
    expect(ranked.map(({ row, rank: place, value }) => [row.unit, place, value])).toEqual([
      ['乙镇', 1, '33.33%'],
      ['甲镇', 2, '33.33%'],
    ]);
  });

  it.each([
    ['bottom', 2, 'include', [9, 1, 3, 2], ['乙镇', '丁镇'], []],
    ['top', 2, 'include', [9, 1, 3, 2], ['甲镇', '丙镇'], []],
    ['bottom', 2, 'include', [9, 1, 2, 2], ['乙镇', '丙镇', '丁镇'], ['丙镇', '丁镇']],
    ['bottom', 2, 'exclude', [9, 1, 2, 2], ['乙镇'], ['丙镇', '丁镇']],
    ['bottom', 2, 'include', [9, 2, 2, 3], ['乙镇', '丙镇'], []],
    ['top', 1, 'exclude', [9, 9, 2, 3], [], ['甲镇', '乙镇']],
    ['bottom', 9, 'include', [9, 1], ['乙镇', '甲镇'], []],
    ['top', 2, 'include', [], [], []],
  ] as const)('%s %i, ties %s, of %j', (which, n, ties, values, named, tied) => {
    const ends = endsOf(rank(counts(...values), 'approved'), which, n, ties);
    expect(units(ends)).toEqual(named);
    expect(ends.tied).toEqual(tied);
  });
});
