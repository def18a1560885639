import { check } from './column-empty.ts';
import { column, doubt, item, list, SITE, testCheck } from './lib/case-table.ts';

const half = column();
const at = '2022-12-16';
const subject = { column: half, site: SITE };

testCheck(check, [
  {
    name: 'empty at two looks a day apart',
    at,
    subject,
    facts: [list(half, '2022-12-15', []), list(half, at, [])],
    verdict: 'fail',
    level: 'problem',
    texts: ['“本级政策解读—负责人解读”栏目没有任何内容'],
  },
  {
    name: 'two looks 12 hours apart',
    at,
    subject,
    facts: [list(half, at, [], {}, '08:00'), list(half, at, [], {}, '20:00')],
    verdict: 'fail',
    texts: ['“本级政策解读—负责人解读”栏目没有任何内容'],
  },
  {
    name: 'two looks just under 12 hours apart',
    at,
    subject,
    facts: [list(half, at, [], {}, '08:00'), list(half, at, [], {}, '19:59')],
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
  },
  { name: 'one look', at, subject, facts: [list(half, at, [])], verdict: 'cannot-tell', reason: 'too-few-looks' },
  {
    name: 'had items long ago',
    at,
    subject,
    facts: [list(half, '2022-06-15', [item('2022-01-01')]), list(half, '2022-12-15', []), list(half, at, [])],
    verdict: 'cannot-tell',
    reason: 'list-came-back-empty',
  },
  {
    name: 'emptied, and doubted at the first look',
    at,
    subject,
    facts: [list(half, '2022-12-15', [item('2022-01-01')]), list(half, at, [], doubt('emptied'))],
    verdict: 'cannot-tell',
    reason: 'list-came-back-empty',
  },
  {
    name: 'emptied, and confirmed on another day',
    at,
    subject,
    facts: [
      list(half, '2022-12-14', [item('2022-01-01')]),
      list(half, '2022-12-15', [], doubt('emptied')),
      list(half, at, [], doubt(null)),
    ],
    verdict: 'fail',
    texts: ['“本级政策解读—负责人解读”栏目没有任何内容'],
  },
  {
    name: 'emptied by a redesign: doubted however often it is seen',
    at,
    subject,
    facts: [
      list(half, '2022-06-14', [item('2022-01-01')]),
      list(half, '2022-12-15', [], doubt('emptied')),
      list(half, at, [], doubt('emptied')),
    ],
    verdict: 'cannot-tell',
    reason: 'list-came-back-empty',
  },
  { name: 'one item', at, subject, facts: [list(half, at, [item(null)])], verdict: 'pass' },
  {
    name: 'unreadable today',
    at,
    subject,
    facts: [list(half, '2022-12-15', []), list(half, at, [], { state: 'unreadable' })],
    verdict: 'not-run',
    reason: 'list-unreadable',
  },
]);
