import { describe, expect, it } from 'vitest';
import { type Fact, makeFact } from '../../evidence/fact.ts';
import type { HostDecision, KnownHost } from '../../store/external-hosts.ts';
import { judgeHost } from './judge-host.ts';

type DomainLook = Fact<'domain'>['data'];
const DAY = '2024-04-08T01:00:00.000Z';
const HOST: KnownHost = {
  siteId: 'site_a',
  name: 'firm.example',
  url: 'http://www.firm.example/',
  foundOn: [{ url: 'http://www.county.example/', text: '友情链接' }],
  foundOnCount: 3,
  firstSeenAt: DAY,
  lastSeenAt: DAY,
};
const ruling = (rest: Partial<HostDecision> = {}): HostDecision => ({
  ...{ areaId: 'area_a', siteId: '', name: 'firm.example', seq: 1, decision: 'allowed', reason: '县属企业', byName: '张三', at: DAY },
  ...{ title: '水务公司', ledTo: 'firm.example' },
  ...rest,
});
const SEEN: DomainLook = {
  ...{ host: 'www.firm.example', own: false, url: HOST.url, state: 'ok', signals: [], words: [], outcome: 'ok' },
  ...{ title: '水务公司', ledTo: 'www.firm.example' },
};
const look = (data: Partial<DomainLook>, at = DAY): Fact<'domain'> => {
  const parts = { channelId: 'site_a', subjectId: 'd', at, source: HOST.url, how: 'http/1', blob: null };
  return makeFact({ kind: 'domain', ...parts, data: { ...SEEN, ...data } });
};
/** Of a name that does not resolve nothing is seen. */
const lapsed = (): Fact<'domain'> => {
  const { title: _title, ledTo: _ledTo, ...unseen } = SEEN;
  const parts = { channelId: 'site_a', subjectId: 'd', at: DAY, source: HOST.url, how: 'http/1', blob: null };
  return makeFact({ kind: 'domain', ...parts, data: { ...unseen, state: 'does-not-resolve', outcome: 'dns-failed' } });
};
const ALLOWED = [ruling()];

describe('how an external site stands', () => {
  it.each<[string, readonly HostDecision[], readonly Fact<'domain'>[], string]>([
    ['nobody has decided', [], [look({})], 'open'],
    ['nobody has decided nor looked', [], [], 'open'],
    ['allowed and as it was', ALLOWED, [look({})], 'allowed'],
    ['allowed, nobody has looked since', ALLOWED, [], 'allowed'],
    ['allowed when nobody could see it', [ruling({ title: null, ledTo: null })], [look({})], 'allowed'],
    ['refused', [ruling({ decision: 'refused' })], [look({})], 'refused'],
    ['refused stays refused, whatever it has become', [ruling({ decision: 'refused' })], [look({ state: 'parked' })], 'refused parked'],

    ['lapsed since it was allowed', ALLOWED, [lapsed()], 'changed lapsed'],
    ['never resolved, neither then', [ruling({ title: null, ledTo: null })], [lapsed()], 'allowed'],
    ['does not resolve, undecided', [], [lapsed()], 'open'],

    ['parked since', ALLOWED, [look({ state: 'parked', title: '域名出售' })], 'changed parked other-title'],
    ['resold, as it seems', ALLOWED, [look({ state: 'resold-suspected' })], 'changed parked'],
    ['parked, undecided', [], [look({ state: 'parked' })], 'open parked'],

    ['leads elsewhere since', ALLOWED, [look({ ledTo: 'www.other.example' })], 'changed led-elsewhere'],
    ['leads to another host of its own', ALLOWED, [look({ ledTo: 'shop.firm.example' })], 'allowed'],
    ['led there already when it was allowed', [ruling({ ledTo: 'other.example' })], [look({ ledTo: 'www.other.example' })], 'allowed'],
    [
      'led there then, and now to a third',
      [ruling({ ledTo: 'other.example' })],
      [look({ ledTo: 'third.example' })],
      'changed led-elsewhere',
    ],
    ['leads elsewhere, undecided', [], [look({ ledTo: 'www.other.example' })], 'open led-elsewhere'],

    ['another title altogether', ALLOWED, [look({ title: '装修建材批发' })], 'changed other-title'],
    ['a title with two letters in common', ALLOWED, [look({ title: '水务集团欢迎您' })], 'allowed'],
    ['no title this time', ALLOWED, [look({ title: null })], 'allowed'],
    ['no title when it was allowed', [ruling({ title: null })], [look({ title: '装修建材批发' })], 'allowed'],
    ['words of gambling', ALLOWED, [look({ title: '水务公司 澳门新葡京' })], 'changed spam'],
    ['words of gambling, undecided', [], [look({ title: '澳门新葡京' })], 'open spam'],
  ])('%s', (_what, decisions, looks, expected) => {
    const { standing, doubts } = judgeHost(HOST, decisions, looks);
    expect([standing, ...doubts].join(' ')).toBe(expected);
  });
});

it('a decision for the site goes before one for the area, and one for another site counts not at all', () => {
  const here = ruling({ siteId: 'site_a', decision: 'refused', reason: '已停业' });
  expect(judgeHost(HOST, [ruling(), here], [])).toMatchObject({ standing: 'refused', decision: { by: '张三', reason: '已停业' } });
  expect(judgeHost(HOST, [ruling({ siteId: 'site_b' })], [])).toMatchObject({ standing: 'open', decision: null });
});

it('the newest look counts, in whatever order they come', () => {
  const [then, now] = [look({ state: 'parked' }), look({}, '2024-04-09T01:00:00.000Z')];
  for (const looks of [
    [then, now],
    [now, then],
  ])
    expect(judgeHost(HOST, ALLOWED, looks)).toMatchObject({ standing: 'allowed', doubts: [] });
});

it('a look that could tell nothing does not hide what the one before saw', () => {
  const blocked = look({ state: 'cannot-tell', outcome: 'blocked', title: null, ledTo: undefined }, '2024-04-09T01:00:00.000Z');
  expect(judgeHost(HOST, ALLOWED, [look({ state: 'parked' }), blocked])).toMatchObject({ standing: 'changed', doubts: ['parked'] });
  expect(judgeHost(HOST, ALLOWED, [blocked])).toMatchObject({ standing: 'allowed', doubts: [], title: null });
});

it('tells the pages and since when', () =>
  expect(judgeHost(HOST, [], [look({})])).toMatchObject({ foundOn: HOST.foundOn, foundOnCount: 3, firstSeen: DAY, title: '水务公司' }));
