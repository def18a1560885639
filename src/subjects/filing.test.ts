import { describe, expect, it } from 'vitest';
import { type Account, inBaseOn } from './channel.ts';
import { graceDays, isUnfiled, isWatched, reviewersOf, withState } from './filing.ts';

const account = (rest: Partial<Account> = {}): Account => ({
  ...{ type: 'account', id: 'x', areaId: 'a', unitId: 'u', supervisingUnitId: null, platform: 'wechat', name: '东河发布', level: null },
  ...{
    filing: 'filed',
    filedOn: null,
    filingNumber: null,
    states: [{ state: 'requested', from: '2022-12-01' }],
    adapter: 'sheet',
    feedUrl: null,
  },
  ...rest,
});

describe('R05: 先备案、再开设', () => {
  it.each([
    ['unfiled', '没有备案'],
    ['unknown', '备案情况还没有核实'],
  ] as const)('an account that is %s cannot be set in operation', (filing, words) => {
    expect(() => withState(account({ filing }), 'in_operation', '2022-12-02')).toThrow(words);
  });
  it('a filed one runs from its day on', () => {
    const running = withState(account(), 'in_operation', '2022-12-02');
    expect([inBaseOn(running, '2022-12-01'), inBaseOn(running, '2022-12-02')]).toEqual([false, true]);
  });
  it('no state begins before the last one did', () => {
    expect(() => withState(account(), 'in_operation', '2022-11-30')).toThrow('2022-12-01');
  });
  it.each([
    ['in_operation', true],
    ['closing', true],
    ['closed', false],
    ['cancelled', false],
  ] as const)('R06: a found account that is %s stands as 未备案: %s', (state, expected) => {
    expect(isUnfiled(account({ filing: 'unfiled', states: [{ state, from: '2022-12-01' }] }), '2022-12-02')).toBe(expected);
  });
});

it.each([
  ['a department', { kind: 'department', parentId: null }, null, { supervisorId: null, decidingAreaId: 'county' }],
  ['a school under it', { kind: 'institution', parentId: 'p' }, null, { supervisorId: 'p', decidingAreaId: 'county' }],
  ['one that names its 主管单位', { kind: 'department', parentId: null }, 's', { supervisorId: 's', decidingAreaId: 'county' }],
  ['one that names itself', { kind: 'department', parentId: null }, 'u', { supervisorId: null, decidingAreaId: 'county' }],
  ['the office of the county', { kind: 'office', parentId: null }, null, { supervisorId: null, decidingAreaId: 'city' }],
] as const)('分级备案 of %s', (_, unit, supervising, expected) => {
  expect(reviewersOf({ id: 'u', ...unit }, supervising, { id: 'county', parentId: 'city' })).toEqual(expected);
});

it('an office with nobody above decides its own', () => {
  expect(reviewersOf({ id: 'u', kind: 'office', parentId: null }, null, { id: 'city', parentId: null }).decidingAreaId).toBe('city');
});

it('a cancelled account is looked at after its platform lets it go', () => {
  expect([graceDays('wechat'), graceDays('weibo')]).toEqual([60, 15]);
});

it.each([
  ['cancelled 180 days ago, with a feed', 'cancelled', '2022-06-30', 'https://feeds.example/1', true],
  ['181 days ago', 'cancelled', '2022-06-29', 'https://feeds.example/1', false],
  ['closed, with a feed', 'closed', '2022-12-01', 'https://feeds.example/1', true],
  ['without a feed', 'cancelled', '2022-12-01', null, false],
  ['still closing', 'closing', '2022-12-01', 'https://feeds.example/1', false],
] as const)('an account %s is looked at: %s', (_, state, from, feedUrl, expected) => {
  expect(isWatched(account({ adapter: 'feed', feedUrl, states: [{ state, from }] }), '2022-12-27')).toBe(expected);
});
