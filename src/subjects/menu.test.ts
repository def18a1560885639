import { expect, it } from 'vitest';
import { judgeEntry, type MenuEntry } from './menu.ts';

const entry = (rest: Partial<MenuEntry>): MenuEntry => ({
  ...{ path: ['政务公开', '通知公告'], target: 'https://m.example.gov.cn/tz/', opens: 'yes', lastContentOn: '2022-12-01', limit: 'P6M' },
  ...{ screenWidth: 390, neededWidth: 390, shownWhole: null, pictureId: null },
  ...rest,
});

it.each<[string, Partial<MenuEntry>, string, string | null]>([
  ['newer than the limit', {}, 'pass', null],
  ['the last day in time', { lastContentOn: '2022-06-27' }, 'pass', null],
  ['the day after', { lastContentOn: '2022-06-26' }, 'fail', '超过半年未更新，最新内容为2022-06-26（184天前）'],
  ['as wide as the screen', { neededWidth: 390 }, 'pass', null],
  ['wider than the phone screen', { neededWidth: 391 }, 'fail', '手机屏幕宽390像素，页面需要391像素，显示不全'],
  ['seen to be cut', { neededWidth: null, shownWhole: false }, 'fail', '手机上显示不全'],
  ['seen whole', { neededWidth: null, shownWhole: true }, 'pass', null],
  ['nobody looked', { neededWidth: null }, 'cannot-tell', null],
  ['no date where one is due', { lastContentOn: null }, 'cannot-tell', null],
  ['no date where none is due', { lastContentOn: null, limit: null }, 'pass', null],
  ['a wrong link, whatever its date', { opens: 'wrong', lastContentOn: '2020-01-01', neededWidth: 900 }, 'fail', '打开的不是所指内容'],
  ['dead', { opens: 'no', neededWidth: null }, 'fail', '打不开'],
  [
    'stale and cut',
    { lastContentOn: '2022-01-01', neededWidth: 980 },
    'fail',
    '超过半年未更新，最新内容为2022-01-01（360天前）；手机屏幕宽390像素，页面需要980像素，显示不全',
  ],
])('M12: a menu entry: %s', (_, rest, verdict, text) => {
  expect(judgeEntry(entry(rest), '2022-12-27')).toMatchObject({ verdict, text });
});
