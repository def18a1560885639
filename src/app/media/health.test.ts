import { describe, expect, it } from 'vitest';
import { posts } from '../../checks/lib/case-table.ts';
import { healthOf } from './health.ts';

const FEED = { adapter: 'feed', feedUrl: 'http://feed.cn/1' } as const;
const SHEET = { adapter: 'sheet', feedUrl: null } as const;
const BROKEN = { error: 'broken', freshOn: null } as const;

describe('health of an adapter', () => {
  it.each([
    ['a feed that works', FEED, [posts('2022-12-26', [])], { state: 'ok', freshOn: '2022-12-26', failures: 0, next: null }],
    ['vouched for 7 days ago', SHEET, [posts('2022-12-27', [], { adapter: 'sheet', freshOn: '2022-12-20' })], { state: 'ok' }],
    [
      'vouched for 8 days ago',
      SHEET,
      [posts('2022-12-27', [], { adapter: 'sheet', freshOn: '2022-12-19' })],
      { state: 'stale', trouble: '数据只完整到 2022-12-19' },
    ],
    [
      'nobody ever vouched',
      { adapter: 'saved', feedUrl: null } as const,
      [posts('2022-12-27', ['2022-12-20'], { adapter: 'saved', freshOn: null, error: 'stale' })],
      { state: 'stale', freshOn: null },
    ],
    [
      'two failures after one look that worked',
      FEED,
      [posts('2022-12-24', []), posts('2022-12-25', [], BROKEN), posts('2022-12-26', [], { ...BROKEN, outcome: 'blocked' })],
      {
        state: 'failing',
        failures: 2,
        workedAt: '2022-12-24T01:00:00.000Z',
        freshOn: '2022-12-24',
        trouble: expect.stringContaining('拦截'),
      },
    ],
    [
      'a feed without a dated post',
      FEED,
      [posts('2022-12-27', [], BROKEN)],
      { state: 'failing', failures: 1, workedAt: null, trouble: expect.stringContaining('没有一条带日期') },
    ],
    ['well again', FEED, [posts('2022-12-25', [], BROKEN), posts('2022-12-26', [])], { state: 'ok', failures: 0 }],
    [
      'saved pages do not hide a broken feed',
      FEED,
      [posts('2022-12-25', [], BROKEN), posts('2022-12-26', ['2022-12-26'], { adapter: 'saved', freshOn: null })],
      { state: 'failing', failures: 1 },
    ],
    ['looks of days to come do not count', FEED, [posts('2022-12-28', [])], { state: 'none', trouble: '还没有采集过' }],
    ['nothing set up', SHEET, [], { state: 'none', trouble: '没有采集来源' }],
    [
      'nothing set up, as a look says',
      SHEET,
      [posts('2022-12-27', [], { adapter: 'sheet', error: 'none-configured', freshOn: null })],
      { state: 'none', failures: 0 },
    ],
  ] as const)('%s', (_name, account, looks, expected) => expect(healthOf(account, looks, '2022-12-27')).toMatchObject(expected));

  it('every state but 正常 says what to do', () => {
    for (const outcome of ['ok', 'gone', 'blocked', 'timed-out', 'refused-address'] as const)
      expect(healthOf(FEED, [posts('2022-12-27', [], { ...BROKEN, outcome })], '2022-12-27').next).toMatch(/请.+。$/);
  });
});
