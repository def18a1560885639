import { expect, it } from 'vitest';
import { matrixItems } from './matrix.ts';

const TITLE = '大河县召开冬季森林防火工作会议';
const member = (id: string, date: string | null, rest: { title?: string; seen?: boolean } = {}) => ({
  id,
  seen: rest.seen ?? true,
  items: date === null ? [] : [{ id, title: rest.title ?? TITLE, date }],
});

it('R11: an item on four of six parts, two are missing, with the days after the first', () => {
  const [item] = matrixItems([
    member('portal', '2022-12-05'),
    member('wechat', '2022-12-05'),
    member('weibo', '2022-12-06', { title: `【要闻】${TITLE}` }),
    member('douyin', null),
    member('app', '2022-12-08'),
    member('toutiao', null),
  ]);
  expect(item?.missing).toEqual(['douyin', 'toutiao']);
  expect(item?.on.map(({ channelId, lag }) => [channelId, lag])).toEqual([
    ['portal', 0],
    ['wechat', 0],
    ['weibo', 1],
    ['app', 3],
  ]);
});

it('of a part that nobody collected nothing is said', () => {
  expect(matrixItems([member('a', '2022-12-05'), member('b', null, { seen: false })])).toMatchObject([{ missing: [], unseen: ['b'] }]);
});

it.each([
  ['two weeks later it is the same item', '2022-12-20', 1],
  ['later still it is another', '2022-12-21', 2],
])('%s', (_, date, count) => expect(matrixItems([member('a', '2022-12-05'), member('b', date)])).toHaveLength(count));

it('lag counts from the first, wherever it stood, and the newest comes first', () => {
  const items = matrixItems([
    {
      id: 'a',
      seen: true,
      items: [
        { id: '1', title: TITLE, date: '2022-12-09' },
        { id: '2', title: '大河县政务服务中心元旦放假安排', date: '2022-12-20' },
      ],
    },
    member('b', '2022-12-05'),
  ]);
  expect(items.map(({ firstOn, on }) => [firstOn, on.map(({ lag }) => lag)])).toEqual([
    ['2022-12-20', [0]],
    ['2022-12-05', [4, 0]],
  ]);
});
