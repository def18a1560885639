import { describe, expect, it } from 'vitest';
import { postsOfActivities } from './activities.ts';
import { sumApproximate } from './interactions.ts';
import { proposeAccounts } from './practices.ts';
import { type RepostOrder, repostsOf } from './reposts.ts';

describe('M17: 转载', () => {
  const order: RepostOrder = {
    id: 'o',
    title: '国务院办公厅印发《政务公开工作要点》',
    publishedOn: '2022-12-20',
    due: '2022-12-21T02:00:00.000Z',
  };
  const channel = (id: string, date: string | null, seen = true, title = order.title) => ({
    id,
    seen,
    items: date === null ? [] : [{ id, title, date }],
  });
  const sites = [
    channel('a', '2022-12-20'),
    channel('b', '2022-12-21', true, '【转发】国务院办公厅印发《政务公开工作要点》'),
    channel('c', '2022-12-21'),
    channel('d', null),
    channel('e', '2022-12-20', true, '县政府办公室印发《政务公开工作要点》'),
  ];
  const states = (at: string, of = sites) => repostsOf(order, of, at).map(({ channelId, state }) => `${channelId} ${state}`);
  it('an item due in 24 hours: 3 of 5 sites done, 2 listed', () => {
    expect(states('2022-12-21T02:00:00.001Z')).toEqual(['a done', 'b done', 'c done', 'd missing', 'e missing']);
  });
  it('before the deadline nobody is late', () => expect(states('2022-12-21T02:00:00.000Z').slice(3)).toEqual(['d open', 'e open']));
  it('after the day of the deadline it is late, before the original it is none, and of the unseen nothing is said', () => {
    const others = [
      channel('late', '2022-12-22'),
      channel('early', '2022-12-19'),
      channel('unseen', null, false),
      channel('month', '2023-01-21'),
    ];
    expect(states('2023-02-01T00:00:00.000Z', others)).toEqual(['late late', 'early missing', 'unseen unseen', 'month missing']);
  });
});

describe('R16: activities and their posts', () => {
  const activity = { id: 'x', name: '“桃花节”开幕式', date: '2022-03-10' };
  const post = (title: string, date: string) => ({ id: title, title, date });
  it.each([
    ['a post that names it', [post('大河县第三届“桃花节”开幕式举行', '2022-03-11')], '2022-03-31', 1, false],
    ['announced 30 days before', [post('预告：桃花节开幕式', '2022-02-08')], '2022-03-31', 1, false],
    ['announced 31 days before', [post('预告：桃花节开幕式', '2022-02-07')], '2022-03-31', 0, true],
    ['another thing', [post('桃花节闭幕式', '2022-03-11')], '2022-03-31', 0, true],
    ['nothing, 7 days after', [], '2022-03-17', 0, null],
    ['nothing, 8 days after', [], '2022-03-18', 0, true],
    ['a post of days to come', [post('桃花节开幕式', '2022-03-20')], '2022-03-18', 0, true],
  ] as const)('%s', (_name, posts, day, count, lacking) => {
    expect(postsOfActivities([activity], posts, day)).toMatchObject([{ posts: { length: count }, lacking }]);
  });
  it('a name of three letters names nothing by being part of a title', () => {
    expect(postsOfActivities([{ ...activity, name: '招聘会' }], [post('全县招聘会综述', '2022-03-11')], '2022-03-31')[0]?.posts).toEqual(
      [],
    );
  });
});

describe('R13: accounts to propose', () => {
  const work = (accountId: string, form: string, date: string) => ({ accountId, form, date });
  it('three forms in one quarter', () => {
    const three = [work('a', '海报', '2022-10-01'), work('a', '漫画', '2022-11-01'), work('a', '直播', '2022-12-31')];
    expect(proposeAccounts(three)).toEqual([{ accountId: 'a', quarter: '2022-Q4', forms: ['海报', '漫画', '直播'], works: 3 }]);
    expect(proposeAccounts(three.with(2, work('a', '直播', '2023-01-01')))).toEqual([]);
    expect(proposeAccounts(three.with(2, work('a', '海报', '2022-12-31')))).toEqual([]);
    expect(proposeAccounts(three.with(2, work('b', '直播', '2022-12-31')))).toEqual([]);
  });
});

it.each([
  [
    [
      { value: 4500, atLeast: true },
      { value: 20, atLeast: false },
    ],
    { value: 4520, atLeast: true },
  ],
  [[{ value: 1, atLeast: false }, undefined], { value: 1, atLeast: false }],
  [[undefined], null],
  [[], null],
])('R12: sum of %j', (counts, sum) => expect(sumApproximate(counts)).toEqual(sum));
