import { check } from './column-sparse.ts';
import { column, item, list, SITE, testCheck } from './lib/case-table.ts';

const two = column({ minimumPerYear: 2 });
const twelve = column({ minimumPerYear: 12 });
const at = '2022-12-16';
const subject = { column: two, site: SITE };

testCheck(check, [
  {
    name: 'one item in the year',
    at,
    subject,
    facts: [list(two, at, [item('2022-10-01')])],
    verdict: 'fail',
    level: 'problem',
    texts: ['“本级政策解读—负责人解读”栏目近一年仅公开1条信息'],
    measured: { count: 1, minimum: 2 },
  },
  { name: 'two items in the year', at, subject, facts: [list(two, at, [item('2022-10-01'), item('2021-12-17')])], verdict: 'pass' },
  {
    name: 'the second is a year old to the day',
    at,
    subject,
    facts: [list(two, at, [item('2022-10-01'), item('2021-12-16')])],
    verdict: 'fail',
    texts: ['“本级政策解读—负责人解读”栏目近一年仅公开1条信息'],
  },
  {
    name: 'a page of ten, all of this year, may go on',
    at,
    subject: { column: twelve, site: SITE },
    facts: [
      list(
        twelve,
        at,
        Array.from({ length: 10 }, () => item('2022-10-01')),
      ),
    ],
    verdict: 'cannot-tell',
    reason: 'needs-person',
  },
  {
    name: 'an undated item might be of this year',
    at,
    subject,
    facts: [list(two, at, [item('2022-10-01'), item(null)])],
    verdict: 'cannot-tell',
    reason: 'no-date-shown',
  },
  {
    name: 'opened this year',
    at,
    subject: { column: { ...two, activeFrom: '2022-06-01' }, site: SITE },
    facts: [list(two, at, [item('2022-10-01')])],
    verdict: 'not-applicable',
  },
  {
    name: 'no minimum kept',
    at,
    subject: { column: column(), site: SITE },
    facts: [list(two, at, [item('2022-10-01')])],
    verdict: 'not-applicable',
  },
  {
    name: 'a failed look today',
    at,
    subject,
    facts: [list(two, '2022-12-15', [item('2022-10-01')]), list(two, at, [], { outcome: 'robots', state: 'unreadable' })],
    verdict: 'not-run',
    reason: 'robots',
  },
]);
