import { describe, expect, it } from 'vitest';
import type { Act, Problem, ProblemEvent, Role } from '../event.ts';
import { lateEntries, overdueEntries, recheckEntries } from './ledger-entries.ts';
import type { AssessmentItem } from './scheme.ts';

const ITEM: AssessmentItem = {
  ...{ id: 'i', name: '整改', base: 20, effect: 'deduct', source: 'recheck' },
  ...{ points: 2, milder: 1, cap: null, weights: {} },
};
const YEAR = { from: '2022-01-01', to: '2022-12-31' };
const PROBLEM: Problem = {
  ...{ id: 'p', areaId: 'a', unitId: 'u', channelId: null, category: 'column_overdue', fingerprint: 'f' },
  ...{ placeLabel: '政策解读', placeUrl: null, text: '超期未更新', measured: {}, firstFoundOn: '2022-03-01', recurrenceOf: null },
};
/** found by the office, handed over with a limit, then what is given: day, act. */
function history(due: string, ...acts: readonly (readonly [string, Act, Role?])[]) {
  const all: readonly (readonly [string, Act, Role?])[] = [['2022-03-01', 'found'], ['2022-03-02', 'handed_over'], ...acts];
  const events = all.map(
    ([day, act, role = act === 'reported_fixed' || act === 'disputed' ? 'unit' : 'office'], i): ProblemEvent => ({
      ...{ problemId: 'p', seq: i + 1, act, at: `${day}T01:00:00.000Z`, day, reason: null },
      by: { role, unitId: null, name: '甲' },
      data: act === 'handed_over' ? { due } : {},
    }),
  );
  return [{ problem: PROBLEM, events }];
}
const points = (entries: readonly { day: string; points: number; basis: unknown }[]) => entries.map(({ day, points: n }) => [day, n]);

describe('P06: failed rechecks', () => {
  it('are an entry that names the act of the ledger', () => {
    const ledger = history('2022-03-09', ['2022-03-05', 'reported_fixed'], ['2022-03-07', 'rechecked_not']);
    expect(recheckEntries(ledger, ITEM, YEAR)).toMatchObject([
      { unitId: 'u', day: '2022-03-07', points: -2, basis: { kind: 'problem', problemId: 'p', seq: 4 } },
    ]);
  });
  it.each([
    [
      'only partly fixed',
      [
        ['2022-03-05', 'reported_fixed'],
        ['2022-03-07', 'rechecked_partly'],
      ],
      [['2022-03-07', -1]],
    ],
    ['seen again by the machine while nobody said it was fixed', [['2022-03-07', 'rechecked_not', 'machine']], []],
    [
      'passed',
      [
        ['2022-03-05', 'reported_fixed'],
        ['2022-03-07', 'rechecked_fixed'],
      ],
      [],
    ],
    [
      'struck off, and found not fixed in a random check',
      [
        ['2022-03-07', 'rechecked_fixed'],
        ['2022-03-08', 'closed'],
        ['2022-06-01', 'rechecked_not'],
      ],
      [['2022-06-01', -2]],
    ],
    [
      'withdrawn later',
      [
        ['2022-03-05', 'reported_fixed'],
        ['2022-03-07', 'rechecked_not'],
        ['2022-03-08', 'withdrawn'],
      ],
      [],
    ],
    [
      'withdrawn when the year was over, before its score is final',
      [
        ['2022-03-05', 'reported_fixed'],
        ['2022-03-07', 'rechecked_not'],
        ['2023-01-05', 'withdrawn'],
      ],
      [],
    ],
    [
      'in another year',
      [
        ['2022-03-05', 'reported_fixed'],
        ['2023-01-01', 'rechecked_not'],
      ],
      [],
    ],
  ] as const)('%s', (_what, acts, expected) => {
    expect(points(recheckEntries(history('2022-03-09', ...acts), ITEM, YEAR))).toEqual(expected);
  });
});

describe('days past the limit', () => {
  it.each([
    ['the last day is in time', '2022-03-09', [['2022-03-09', 'reported_fixed']], []],
    ['the day after is one', '2022-03-09', [['2022-03-10', 'reported_fixed']], [['2022-03-02', -2]]],
    ['never fixed: to the end of the year', '2022-12-29', [], [['2022-03-02', -4]]],
    ['no problem at all, as the office found in January', '2022-03-09', [['2023-01-05', 'withdrawn']], []],
    [
      'in dispute the clock of the unit stands',
      '2022-03-09',
      [
        ['2022-03-08', 'disputed'],
        ['2022-03-20', 'upheld'],
        ['2022-03-21', 'reported_fixed'],
      ],
      [['2022-03-02', -2]],
    ],
    [
      'a new hand-over is an entry of its own, and no day counts twice',
      '2022-03-09',
      [
        ['2022-03-11', 'handed_over'],
        ['2022-03-12', 'reported_fixed'],
      ],
      [
        ['2022-03-02', -4],
        ['2022-03-11', -2],
      ],
    ],
    [
      'a failed recheck sets the old limit going again',
      '2022-03-09',
      [
        ['2022-03-10', 'reported_fixed'],
        ['2022-03-15', 'rechecked_not'],
        ['2022-03-16', 'reported_fixed'],
      ],
      [['2022-03-02', -4]],
    ],
  ] as const)('%s', (_what, due, acts, expected) => {
    expect(points(overdueEntries(history(due, ...acts), ITEM, YEAR))).toEqual(expected);
  });
  it('counts only the days of the year', () => {
    expect(
      points(overdueEntries(history('2022-12-30', ['2023-01-03', 'reported_fixed']), ITEM, { from: '2023-01-01', to: '2023-12-31' })),
    ).toEqual([['2022-03-02', -6]]);
  });
});

describe('fixed late', () => {
  it.each([
    ['in time', [['2022-03-09', 'reported_fixed']], []],
    ['a day late', [['2022-03-10', 'reported_fixed']], [['2022-03-02', -2]]],
    ['seen fixed late without a word', [['2022-03-11', 'rechecked_fixed', 'machine']], [['2022-03-02', -2]]],
    [
      'once, however often it is reported',
      [
        ['2022-03-10', 'reported_fixed'],
        ['2022-03-11', 'rechecked_not'],
        ['2022-03-12', 'reported_fixed'],
      ],
      [['2022-03-02', -2]],
    ],
  ] as const)('%s', (_what, acts, expected) => {
    expect(points(lateEntries(history('2022-03-09', ...acts), ITEM, YEAR))).toEqual(expected);
  });
});
