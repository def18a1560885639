import { describe, expect, it } from 'vitest';
import { propose } from './proposals.ts';
import { volume } from './volume.fixture.ts';

const rows = [
  volume('甲镇', { approved: 9 }),
  volume('乙镇', { approved: 1 }),
  volume('丙镇', { approved: 0 }),
  volume('丁镇'),
  volume('县公安局', { approved: 1, group: '县级部门' }),
  volume('县水利局', { approved: 4, group: '县级部门' }),
];

describe('proposals', () => {
  it('praise inside each group, best first, with the figure', () => {
    expect(propose(rows, { kind: 'top', n: 1, by: 'approved' })).toEqual({
      proposed: [
        { group: '乡镇', unit: '甲镇', why: '审发信息数9条' },
        { group: '县级部门', unit: '县水利局', why: '审发信息数4条' },
      ],
      tied: [],
      noFigure: ['丁镇'],
    });
  });

  it('blame by a limit, on both sides of it, and never for a missing figure', () => {
    const { proposed, noFigure } = propose(rows, { kind: 'at-most', limit: 1, by: 'approved' });
    expect(proposed.map(({ unit }) => unit)).toEqual(['乙镇', '丙镇', '县公安局']);
    expect(noFigure).toEqual(['丁镇']);
  });

  it('may look at some groups only', () => {
    const rule = { kind: 'bottom', n: 1, by: 'approved', groups: ['县级部门'] } as const;
    expect(propose(rows, rule).proposed.map(({ unit }) => unit)).toEqual(['县公安局']);
  });
});
