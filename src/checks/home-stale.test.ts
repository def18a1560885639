import type { FactData, ListItem } from '../evidence/facts.ts';
import { check } from './home-stale.ts';
import { column, fact, item, list, SITE, testCheck } from './lib/case-table.ts';

const at = '2022-12-27';
const news = column({ path: ['动态'], class: 'news', limit: 'P14D' });
const other = column({ path: ['公告'], class: 'notices' });
const subject = { site: SITE, columns: [news, other] };
const home = (items: readonly ListItem[], parts: Partial<FactData<'home'>> = {}, day = at) =>
  fact('home', day, { url: SITE.url, outcome: 'ok', items: [...items], newestDate: null, navigationOnly: false, ...parts });
const only = { navigationOnly: true };
const STALE = '首页超过两周未更新，最新更新时间为12月12日';

testCheck(check, [
  {
    name: 'newest on day 14',
    at,
    subject,
    facts: [home([item('2022-12-13'), item('2022-01-01')])],
    verdict: 'pass',
    measured: { days: 14 },
  },
  {
    name: 'newest on day 15',
    at,
    subject,
    facts: [home([item('2022-12-12'), item('2022-01-01')])],
    verdict: 'fail',
    level: 'problem',
    texts: [STALE],
    measured: { lastUpdate: '2022-12-12', days: 15 },
  },
  {
    name: 'blocks in any order',
    at,
    subject,
    facts: [home([item('2020-01-01'), item('2022-12-20'), item('2021-01-01')])],
    verdict: 'pass',
  },
  {
    name: 'an undated item anywhere may be the newest',
    at,
    subject,
    facts: [home([item('2022-12-12'), item('2022-01-01'), item(null)])],
    verdict: 'cannot-tell',
    reason: 'no-date-shown',
  },
  {
    name: 'a column list dates the undated item',
    at,
    subject,
    facts: [home([item(null, { href: 'http://x/a' })]), list(news, at, [item('2022-12-20', { href: 'http://x/a' })])],
    verdict: 'pass',
    measured: { lastUpdate: '2022-12-20' },
  },
  {
    name: 'and may convict it',
    at,
    subject,
    facts: [home([item(null, { href: 'http://x/a' })]), list(news, at, [item('2022-12-12', { href: 'http://x/a' })])],
    verdict: 'fail',
    texts: [STALE],
  },
  {
    name: 'an article page dates the undated item',
    at,
    subject,
    facts: [
      home([item('2022-12-01'), item(null, { href: 'http://x/a' })]),
      fact('article', at, {
        url: 'http://x/a',
        columnId: null,
        outcome: 'ok',
        title: null,
        publishDate: '2022-12-12',
        metaDate: null,
        source: null,
      }),
    ],
    verdict: 'fail',
    texts: [STALE],
  },
  { name: 'no items', at, subject, facts: [home([])], verdict: 'cannot-tell', reason: 'no-date-shown' },
  {
    name: 'navigation only: one fresh column is enough',
    at,
    subject,
    facts: [home([], only), list(news, at, [item('2022-12-20')]), list(other, at, [item('2020-01-01')])],
    verdict: 'pass',
    measured: { navigationOnly: true },
  },
  {
    name: 'navigation only: all stale',
    at,
    subject,
    facts: [home([], only), list(news, at, [item('2022-12-12')]), list(other, at, [item('2020-01-01')])],
    verdict: 'fail',
    texts: [STALE],
  },
  {
    name: 'navigation only: one column unread',
    at,
    subject,
    facts: [home([], only), list(news, at, [item('2022-12-12')])],
    verdict: 'not-run',
    reason: 'no-evidence',
  },
  { name: 'blocked', at, subject, facts: [home([], { outcome: 'blocked' })], verdict: 'not-run', reason: 'blocked' },
  {
    name: 'a failed look after a stale one does not accuse',
    at,
    subject,
    facts: [home([item('2022-12-01')], {}, '2022-12-26'), home([], { outcome: 'timed-out' })],
    verdict: 'not-run',
    reason: 'timed-out',
  },
  {
    name: 'dated in the future',
    at,
    subject,
    facts: [home([item('2022-12-29'), item('2022-12-01')])],
    verdict: 'cannot-tell',
    reason: 'dates-contradict',
  },
]);
