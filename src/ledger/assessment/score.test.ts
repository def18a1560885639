import { describe, expect, it } from 'vitest';
import { entryOf } from './entry.ts';
import { withRulings } from './objected.ts';
import { placeAmong, rankByGroup } from './rank.ts';
import { type AssessmentItem, schemeFaults } from './scheme.ts';
import { countEntries, scoreUnits } from './score.ts';

const ITEM: AssessmentItem = {
  ...{ id: 'a', name: '日常监测', base: 10, effect: 'deduct', source: 'monitoring' },
  ...{ points: 2, milder: 0, cap: 5, weights: { month: 1 } },
};
const BONUS: AssessmentItem = { ...ITEM, id: 'b', name: '加分', base: 0, effect: 'bonus', source: 'hand', cap: null, weights: {} };
const basis = { kind: 'hand', handId: 'h', proof: '会议纪要', by: '甲' } as const;
const entry = (item: AssessmentItem, day: string, points: number, unitId = 'u') =>
  entryOf(item, [day, unitId], { unitId, day, points, reason: '', basis });

describe('E06: caps', () => {
  it('once a cap is reached further entries add 0 and say so', () => {
    const days = ['2022-03-01', '2022-01-01', '2022-02-01', '2022-04-01'];
    const counted = countEntries(
      days.map((day) => entry(ITEM, day, 2)),
      { items: [ITEM] },
    );
    expect(counted.map(({ day, points, counted: n, capped }) => [day, points, n, capped])).toEqual([
      ['2022-01-01', -2, -2, 'no'],
      ['2022-02-01', -2, -2, 'no'],
      ['2022-03-01', -2, -1, 'part'],
      ['2022-04-01', -2, 0, 'whole'],
    ]);
    expect(scoreUnits(['u', 'v'], counted, { items: [ITEM] }).map(({ score }) => score)).toEqual([5, 10]);
  });
  it('counts no unit against the cap of another, and nothing without a cap', () => {
    const items = [ITEM, BONUS];
    const entries = [entry(ITEM, '2022-01-01', 5), entry(ITEM, '2022-01-01', 5, 'v'), entry(BONUS, '2022-01-01', 30)];
    expect(scoreUnits(['u', 'v'], countEntries(entries, { items }), { items }).map(({ score }) => score)).toEqual([35, 5]);
  });
  it('adds thirds and tenths without a remainder', () => {
    const items = [{ ...ITEM, cap: null }];
    const thirds = ['01', '02', '03'].map((day) => entry(ITEM, `2022-01-${day}`, 0.1 + 0.2));
    const [unit] = scoreUnits(['u'], countEntries(thirds, { items }), { items });
    expect([unit?.items[0]?.sum, unit?.score]).toEqual([-0.9, 9.1]);
  });
  it('counts what was decided about an entry, the last decision last', () => {
    const one = entry(ITEM, '2022-01-01', 2);
    const decided = withRulings(
      [one],
      [
        { entryId: one.id, points: -1 },
        { entryId: one.id, points: 0 },
      ],
    );
    expect(decided.map(({ points }) => points)).toEqual([0]);
  });
});

describe('places', () => {
  it('are shared by equal scores, and the next is left out; groups stand apart', () => {
    const units = [
      ['a', '乡镇', 90],
      ['b', '乡镇', 95],
      ['c', '乡镇', 90],
      ['d', '乡镇', 80],
      ['e', '县直', 70],
    ] as const;
    const places = rankByGroup(units.map(([unitId, group, score]) => ({ unitId, group, score })));
    expect([...places]).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 2],
      ['d', 4],
      ['e', 1],
    ]);
    expect([placeAmong(95, [96, 95, 90]), placeAmong(97, [96]), placeAmong(1, [])]).toEqual([2, 1, 1]);
  });
});

describe('a scheme', () => {
  const scheme = { year: 2024, title: '方案', documentNumber: null, validFrom: '2024-01-01', validTo: '2024-12-31', items: [ITEM] };
  it.each([
    ['is sound', {}, []],
    ['names items twice', { items: [ITEM, { ...ITEM, id: 'c' }] }, ['第 2 项“日常监测”']],
    ['has no items', { items: [] }, ['考核项目']],
    ['ends before it begins', { validTo: '2023-12-31' }, ['有效期']],
    ['begins after its year', { validFrom: '2025-01-01', validTo: '2025-12-31' }, ['有效期']],
    ['adds for a failure', { items: [{ ...ITEM, effect: 'bonus' as const }] }, ['第 1 项“日常监测”']],
    ['weighs no period', { items: [{ ...ITEM, weights: {} }] }, ['第 1 项“日常监测”']],
    ['costs nothing', { items: [{ ...ITEM, points: 0 }] }, ['第 1 项“日常监测”']],
  ])('%s', (_what, change, fields) => {
    expect(schemeFaults({ ...scheme, ...change }).map(({ field }) => field)).toEqual(fields);
  });
});
