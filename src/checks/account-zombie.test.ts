import { check } from './account-zombie.ts';
import { ACCOUNT, posts, testCheck } from './lib/case-table.ts';

const subject = { account: ACCOUNT, siblings: [] };
const at = '2020-01-06';

testCheck(check, [
  {
    name: '312 days',
    at,
    subject,
    facts: [posts(at, ['2019-02-28'])],
    verdict: 'fail',
    level: 'problem',
    texts: ['1月6日监测到为“僵尸”账号，最新更新时间为2019年2月28日'],
    measured: { days: 312 },
  },
  {
    name: '343 days',
    at,
    subject,
    facts: [posts(at, ['2019-01-28'])],
    verdict: 'fail',
    texts: ['1月6日监测到为“僵尸”账号，最新更新时间为2019年1月28日'],
    measured: { days: 343 },
  },
  { name: '22 days', at: '2020-02-07', subject, facts: [posts('2020-02-07', ['2020-01-16'])], verdict: 'pass', measured: { days: 22 } },
  { name: 'half a year, last day', at, subject, facts: [posts(at, ['2019-07-06'])], verdict: 'pass' },
  {
    name: 'half a year, first day over',
    at,
    subject,
    facts: [posts(at, ['2019-07-05'])],
    verdict: 'fail',
    texts: ['1月6日监测到为“僵尸”账号，最新更新时间为2019年7月5日'],
  },
  { name: 'an office that says a year', at, subject, facts: [posts(at, ['2019-02-28'])], options: { limit: 'P1Y' }, verdict: 'pass' },
  {
    name: 'stale adapter',
    at,
    subject,
    facts: [posts(at, ['2019-02-28'], { error: 'stale', freshOn: null })],
    verdict: 'not-run',
    reason: 'adapter-stale',
  },
]);
