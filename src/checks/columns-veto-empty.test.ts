import { check } from './columns-veto-empty.ts';
import { column, item, list, SITE, testCheck } from './lib/case-table.ts';

const at = '2022-12-27';
const columns = Array.from({ length: 5 }, (_, i) => column({ path: [`栏目${i}`] }));
const four = columns.slice(0, 4);
const empty = (of: typeof columns) => of.flatMap((one) => [list(one, '2022-12-26', []), list(one, at, [])]);
const last = columns[4] as (typeof columns)[0];

testCheck(check, [
  {
    name: 'five empty',
    at,
    subject: { site: SITE, columns },
    facts: empty(columns),
    verdict: 'fail',
    level: 'problem',
    texts: ['5个空白栏目，达到单项否决的5个：栏目0、栏目1、栏目2、栏目3、栏目4'],
  },
  {
    name: 'four empty',
    at,
    subject: { site: SITE, columns },
    facts: [...empty(four), list(last, at, [item('2022-01-01')])],
    verdict: 'pass',
    measured: { count: 4 },
  },
  {
    name: 'the fifth seen empty once',
    at,
    subject: { site: SITE, columns },
    facts: [...empty(four), list(last, at, [])],
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
  },
  {
    name: 'the fifth had items before',
    at,
    subject: { site: SITE, columns },
    facts: [...empty(four), list(last, '2022-12-01', [item('2022-01-01')]), ...empty([last])],
    verdict: 'cannot-tell',
    reason: 'list-came-back-empty',
  },
]);
