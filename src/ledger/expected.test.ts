import { describe, expect, it } from 'vitest';
import { WORK_CALENDAR } from '../core/work-calendar.ts';
import { expectedToday, nearnessOf, type Owed, type UnitMove, unitMove } from './expected.ts';
import { PROBLEM_STATUS_CODES, waitsForUnit } from './status.ts';

/** A Friday; the Monday after it is worked. */
const TODAY = '2022-12-23';
const problems = (...all: [UnitMove, string | null][]): Owed => ({
  problems: all.map(([move, due]) => ({ move, due, count: 1 })),
  reports: [],
  tasks: [],
  prompts: [],
  limits: [],
});

const one = { move: 'receive', due: '2022-12-22', count: 1 } as const;
const limit = (what: 'column' | 'account', daysLeft: number) => ({ what, daysLeft });

describe('what is expected of a unit', () => {
  it('is a move in exactly the states that wait for it', () => {
    for (const status of PROBLEM_STATUS_CODES) expect(unitMove(status) !== null).toBe(waitsForUnit(status));
  });

  it.each([
    ['2022-12-22', 'overdue'],
    ['2022-12-23', 'today'],
    ['2022-12-24', 'next'],
    ['2022-12-26', 'next'],
    ['2022-12-27', 'later'],
    [null, 'undated'],
  ])('%s is %s on a Friday', (due, near) => {
    expect(nearnessOf(due, TODAY, WORK_CALENDAR)).toBe(near);
  });

  it.each([
    [problems(), '今天没有需要办理的事项。'],
    [problems(['answer', '2022-12-30']), '今天没有到期事项，手上还有1件在办。'],
    [problems(['receive', '2022-12-24'], ['receive', '2022-12-30']), '今天有2件待签收、1件明天到期。'],
    [problems(['answer_again', '2022-12-20'], ['answer', '2022-12-23']), '今天有1件已逾期、1件今天到期。'],
    [problems(['answer', '2022-12-26']), '今天有1件下一个工作日到期。'],
    [
      { ...problems(), reports: [{ due: '2022-12-30' }], tasks: [{ due: '2022-12-23' }, { due: null }] },
      '今天有1份整改情况扫描件待报、1项工作要求今天到期。',
    ],
    [{ ...problems(), tasks: [{ due: '2022-12-22' }, { due: '2022-12-26' }] }, '今天有1项工作要求已逾期、1项工作要求下一个工作日到期。'],
    [{ ...problems(), prompts: [{ due: null }] }, '今天有1条工作提示待落实。'],
    [{ ...problems(), problems: [{ ...one, count: 4000 }] }, '今天有4000件已逾期、4000件待签收。'],
    [
      { ...problems(), limits: [limit('column', 7), limit('column', 0), limit('column', 8), limit('account', 3)] },
      '今天有2个栏目7天内须更新、1个账号7天内须更新。',
    ],
    [{ ...problems(), limits: [limit('column', 8)] }, '今天没有需要办理的事项。'],
  ])('%j', (owed, sentence) => {
    expect(expectedToday(owed, TODAY, WORK_CALENDAR)).toBe(sentence);
  });
});
