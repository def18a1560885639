import { describe, expect, it } from 'vitest';
import { blameByAccounts, blameByApproved, DEFAULT_NAMING, leftOutOf, praiseByApproved } from './naming.ts';
import type { VolumePart } from './snapshot.ts';
import { account, problem, snapshot } from './testing/fixtures.ts';

const volumes = (...groups: Record<string, number | null>[]): VolumePart => ({
  groups: groups.map((rows, i) => ({
    name: `组${i}`,
    rows: Object.entries(rows).map(([unit, approved]) => ({ unit, submitted: approved, approved, errors: null })),
  })),
  portalTotal: null,
  keyAreas: null,
  source: '门户网站',
});
const choice = (more: Partial<typeof DEFAULT_NAMING>) => ({ ...DEFAULT_NAMING, ...more });

describe('praise by approved items', () => {
  it.each([
    ['the two highest of each group', volumes({ 甲: 3, 乙: 9, 丙: 5 }, { 丁: 1, 戊: 2 }), 2, ['乙', '丙', '戊', '丁']],
    ['all who tie at the edge', volumes({ 甲: 5, 乙: 9, 丙: 5, 丁: 1 }), 2, ['乙', '甲', '丙']],
    ['nobody with nothing or no figure', volumes({ 甲: 0, 乙: null }), 2, []],
    ['nobody when the rule is off', volumes({ 甲: 5 }), 0, []],
  ])('names %s', (_, part, praisePerGroup, expected) => {
    expect(praiseByApproved(part, choice({ praisePerGroup })).named).toEqual(expected);
  });
});

describe('blame by approved items', () => {
  it.each([
    ['those at the limit and below, not above it', volumes({ 甲: 0, 乙: 1, 丙: 2 }), 1, ['甲', '乙']],
    ['no unit without a figure', volumes({ 甲: null }), 1, []],
    ['nobody when the rule is off', volumes({ 甲: 0 }), null, []],
  ])('names %s', (_, part, blameApprovedAtMost, expected) => {
    expect(blameByApproved(part, choice({ blameApprovedAtMost })).named).toEqual(expected);
  });

  it('shows whom the editor left out', () => {
    const proposal = blameByApproved(volumes({ 甲: 0, 乙: 1 }), choice({ leaveOut: ['乙'] }));
    expect(proposal).toMatchObject({ named: ['甲'], leftOut: ['乙'] });
  });

  it('leaves out of one rule whom it leaves out of that one only', () => {
    const left = choice({ leaveOut: [leftOutOf('blame-approved', '乙')], blameApprovedAtMost: 9 });
    expect(blameByApproved(volumes({ 甲: 0, 乙: 1 }), left)).toMatchObject({ named: ['甲'], leftOut: ['乙'] });
    expect(praiseByApproved(volumes({ 甲: 0, 乙: 1 }), left)).toMatchObject({ named: ['乙'], leftOut: [] });
  });
});

describe('blame by accounts', () => {
  const [once, twice, open, shared] = ['甲', '乙', '丙', '丁'].map((unit) => account(unit, 'wechat', `${unit}发布`)) as [
    ReturnType<typeof account>,
    ReturnType<typeof account>,
    ReturnType<typeof account>,
    ReturnType<typeof account>,
  ];
  const state = snapshot({
    channels: [once, twice, open, shared],
    problems: [
      problem(once, 'account_stale', '一次', { rectified: 'yes' }),
      problem(twice, 'account_stale', '一次', { rectified: 'yes' }),
      problem(twice, 'account_stale', '二次', { rectified: 'yes' }),
      problem(open, 'account_zombie', '停更', { rectified: 'no' }),
      problem(shared, 'account_duplicate', '重复', { level: 'warning', rectified: 'no' }),
      problem(once, 'account_weekly_minimum', '一周未更新', { level: 'warning', rectified: 'no' }),
    ],
  });

  it('names units found twice or not put right; mild warnings do not count', () => {
    expect(blameByAccounts(state, DEFAULT_NAMING).named).toEqual(['乙', '丙', '丁']);
  });
});
