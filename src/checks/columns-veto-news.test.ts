import { check } from './columns-veto-news.ts';
import { column, item, list, SITE, testCheck } from './lib/case-table.ts';

const at = '2022-12-27';
const news = (n: number) => Array.from({ length: n }, (_, i) => column({ path: [`动态${i}`], class: 'news' }));
const notices = (n: number, level = 1) => Array.from({ length: n }, (_, i) => column({ path: [`公告${i}`], class: 'notices', level }));
const looks = (columns: ReturnType<typeof news>, date: string) => columns.map((one) => list(one, at, [item(date)]));
const site = (...columns: ReturnType<typeof news>) => ({ site: SITE, columns });
const [n3, n4, n5, l2, deep] = [news(3), news(4), news(5), notices(2), notices(2, 2)];

testCheck(check, [
  {
    name: 'five news columns on day 15',
    at,
    subject: site(...n5),
    facts: looks(n5, '2022-12-12'),
    verdict: 'fail',
    level: 'problem',
    texts: ['5个动态要闻、通知公告、政策文件类栏目不更新，达到单项否决的5个：动态0、动态1、动态2、动态3、动态4'],
  },
  { name: 'five news columns on day 14', at, subject: site(...n5), facts: looks(n5, '2022-12-13'), verdict: 'pass' },
  {
    name: 'three news and two notices add up',
    at,
    subject: site(...n3, ...l2),
    facts: [...looks(n3, '2022-12-01'), ...looks(l2, '2022-06-26')],
    verdict: 'fail',
    texts: ['5个动态要闻、通知公告、政策文件类栏目不更新，达到单项否决的5个：动态0、动态1、动态2、公告0、公告1'],
  },
  {
    name: 'the notices on their last day in time',
    at,
    subject: site(...n3, ...l2),
    facts: [...looks(n3, '2022-12-01'), ...looks(l2, '2022-06-27')],
    verdict: 'pass',
    measured: { count: 3 },
  },
  {
    name: 'second-level notices do not count',
    at,
    subject: site(...n3, ...deep),
    facts: [...looks(n3, '2022-12-01'), ...looks(deep, '2020-01-01')],
    verdict: 'pass',
  },
  {
    name: 'four stale and one unread: open',
    at,
    subject: site(...n5),
    facts: looks(n4, '2022-12-01'),
    verdict: 'not-run',
    reason: 'no-evidence',
  },
  {
    name: 'three stale and one unread: not enough either way',
    at,
    subject: site(...n4),
    facts: looks(n3, '2022-12-01'),
    verdict: 'pass',
    measured: { unread: 1 },
  },
  { name: 'no such column', at, subject: site(column()), facts: [], verdict: 'not-applicable' },
]);
