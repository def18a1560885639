import { check } from './account-low-output.ts';
import { ACCOUNT, posts, testCheck } from './lib/case-table.ts';

const subject = { account: ACCOUNT, siblings: [] };
const at = '2022-12-31'; // the window of 30 days begins on 2 December
const many = (total: number, originals: number) =>
  posts(at, [], {
    newestDate: '2022-12-31',
    posts: [
      { date: '2022-12-01', title: '旧', url: null, original: false },
      ...Array.from({ length: total }, (_, i) => ({ date: '2022-12-20', title: `第${i}条`, url: null, original: i < originals })),
    ],
  });

testCheck(check, [
  {
    name: '1 of 20 original: a weakness, no fail',
    at,
    subject,
    facts: [many(20, 1)],
    verdict: 'pass',
    level: 'warning',
    texts: ['20条中原创1条'],
    measured: { posts: 20, originals: 1 },
  },
  { name: '2 of 20 original', at, subject, facts: [many(20, 2)], verdict: 'pass' },
  {
    name: 'three posts in thirty days',
    at,
    subject,
    facts: [posts(at, ['2022-12-02', '2022-12-10', '2022-12-20', '2022-12-01'])],
    verdict: 'pass',
    level: 'warning',
    texts: ['近30天仅发布3条'],
  },
  {
    name: 'eight where the area asks for eight',
    at,
    subject,
    options: { minimumPosts: 8, minimumOriginalShare: 0.25 },
    facts: [many(8, 2)],
    verdict: 'pass',
  },
  {
    name: 'seven where the area asks for eight',
    at,
    subject,
    options: { minimumPosts: 8, minimumOriginalShare: 0.25 },
    facts: [many(7, 7)],
    verdict: 'pass',
    level: 'warning',
    texts: ['近30天仅发布7条'],
  },
  {
    name: 'one original of eight where the area asks for a quarter',
    at,
    subject,
    options: { minimumPosts: 8, minimumOriginalShare: 0.25 },
    facts: [many(8, 1)],
    verdict: 'pass',
    level: 'warning',
    texts: ['8条中原创1条'],
  },
  {
    name: 'four',
    at,
    subject,
    facts: [posts(at, ['2022-12-02', '2022-12-10', '2022-12-20', '2022-12-21', '2022-12-01'])],
    verdict: 'pass',
  },
  {
    name: 'whether they are original is not shown',
    at,
    subject,
    facts: [posts(at, ['2022-12-02', '2022-12-10', '2022-12-20', '2022-12-21'])],
    verdict: 'pass',
  },
  {
    name: 'a feed that shows nothing older may have dropped some',
    at,
    subject,
    facts: [posts(at, ['2022-12-10', '2022-12-20'])],
    verdict: 'cannot-tell',
    reason: 'needs-person',
  },
  {
    name: 'stale adapter',
    at,
    subject,
    facts: [posts(at, ['2022-12-10', '2022-12-01'], { freshOn: '2022-12-27' })],
    verdict: 'not-run',
    reason: 'adapter-stale',
  },
]);
