import { check } from './column-due-soon.ts';
import { column, item, list, SITE, testCheck } from './lib/case-table.ts';

const half = column();
const fast = column({ path: ['工作动态'], class: 'news', limit: 'P14D' });
const at = '2022-12-16';
const soon = (date: string) => [list(half, at, [item(date)])];
const subject = { column: half, site: SITE };
const TEXT = '“本级政策解读—负责人解读”栏目即将超过半年未更新';

testCheck(check, [
  {
    name: 'due in 29 days',
    at,
    subject,
    facts: soon('2022-07-14'),
    verdict: 'pass',
    level: 'warning',
    texts: [TEXT],
    measured: { daysLeft: 29, horizon: 30 },
  },
  { name: 'due in 30 days', at, subject, facts: soon('2022-07-15'), verdict: 'pass', level: 'warning', texts: [TEXT] },
  { name: 'due in 31 days', at, subject, facts: soon('2022-07-16'), verdict: 'pass', measured: { daysLeft: 31 } },
  {
    name: 'due today',
    at,
    subject,
    facts: soon('2022-06-16'),
    verdict: 'pass',
    level: 'warning',
    texts: [TEXT],
    measured: { daysLeft: 0 },
  },
  { name: 'already over is another check', at, subject, facts: soon('2022-06-15'), verdict: 'not-applicable' },
  { name: 'another horizon', at, subject, facts: soon('2022-07-14'), options: { horizonDays: 10 }, verdict: 'pass' },
  {
    name: 'two weeks, 7 days left',
    at,
    subject: { column: fast, site: SITE },
    facts: [list(fast, at, [item('2022-12-09')])],
    verdict: 'pass',
    level: 'warning',
    texts: ['“工作动态”栏目即将超过两周未更新'],
  },
  {
    name: 'two weeks, 8 days left: not every day',
    at,
    subject: { column: fast, site: SITE },
    facts: [list(fast, at, [item('2022-12-10')])],
    verdict: 'pass',
  },
  { name: 'no dates', at, subject, facts: [list(half, at, [item(null)])], verdict: 'cannot-tell', reason: 'no-date-shown' },
]);
