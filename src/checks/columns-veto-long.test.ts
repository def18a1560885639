import { check } from './columns-veto-long.ts';
import { column, item, list, SITE, testCheck } from './lib/case-table.ts';

const at = '2022-12-27';
const columns = Array.from({ length: 10 }, (_, i) => column({ path: [`栏目${i}`], class: 'other' }));
const nine = columns.slice(0, 9);
const news = column({ path: ['动态'], class: 'news', limit: 'P14D' });
const looks = (of: typeof columns, date: string) => of.map((one) => list(one, at, [item(date)]));

testCheck(check, [
  {
    name: 'ten over',
    at,
    subject: { site: SITE, columns },
    facts: looks(columns, '2022-06-26'),
    verdict: 'fail',
    level: 'problem',
    texts: [`10个栏目应更新但长期未更新，达到单项否决的10个：${columns.map(({ path }) => path[0]).join('、')}`],
  },
  { name: 'ten on their last day', at, subject: { site: SITE, columns }, facts: looks(columns, '2022-06-27'), verdict: 'pass' },
  {
    name: 'nine over',
    at,
    subject: { site: SITE, columns: nine },
    facts: looks(nine, '2020-01-01'),
    verdict: 'pass',
    measured: { count: 9 },
  },
  {
    name: 'a news column belongs to the other count',
    at,
    subject: { site: SITE, columns: [...nine, news] },
    facts: looks([...nine, news], '2020-01-01'),
    verdict: 'pass',
    measured: { count: 9, columns: 9 },
  },
  {
    name: 'nine over and one without dates: open',
    at,
    subject: { site: SITE, columns },
    facts: [...looks(nine, '2020-01-01'), list(columns[9] as (typeof columns)[0], at, [item(null)])],
    verdict: 'cannot-tell',
    reason: 'no-date-shown',
  },
]);
