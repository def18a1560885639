import { check } from './account-weekly-minimum.ts';
import { ACCOUNT, posts, testCheck } from './lib/case-table.ts';

const subject = { account: ACCOUNT, siblings: [] };
const at = '2022-12-27';

testCheck(check, [
  { name: 'seven days', at, subject, facts: [posts(at, ['2022-12-20'])], verdict: 'pass' },
  {
    name: 'eight days: a warning, no fail',
    at,
    subject,
    facts: [posts(at, ['2022-12-19'])],
    verdict: 'pass',
    level: 'warning',
    texts: ['已8天未更新（超过7天），最新更新时间为12月19日'],
  },
  {
    name: 'nobody vouches',
    at,
    subject,
    facts: [posts(at, ['2022-12-19'], { freshOn: null })],
    verdict: 'not-run',
    reason: 'adapter-stale',
  },
]);
