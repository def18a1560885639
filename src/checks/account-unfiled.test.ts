import { check } from './account-unfiled.ts';
import { ACCOUNT, testCheck } from './lib/case-table.ts';

const at = '2022-09-30';
const filed = (filing: 'filed' | 'unfiled' | 'unknown') => ({ account: { ...ACCOUNT, filing }, siblings: [] });

testCheck(check, [
  { name: 'filed', at, subject: filed('filed'), facts: [], verdict: 'pass' },
  { name: 'unfiled', at, subject: filed('unfiled'), facts: [], verdict: 'fail', level: 'problem', texts: ['账号未经备案'] },
  { name: 'not known', at, subject: filed('unknown'), facts: [], verdict: 'cannot-tell', reason: 'needs-person' },
]);
