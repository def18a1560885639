import { expect, it } from 'vitest';
import { check } from './account-duplicate.ts';
import { ACCOUNT, testCheck } from './lib/case-table.ts';

const at = '2020-03-31';
const first = { ...ACCOUNT, name: '双河政事' };
const second = { ...ACCOUNT, id: 'account_2', name: '某县双河乡人民政府' };

testCheck(check, [
  {
    name: 'two of one unit',
    at,
    subject: { account: first, siblings: [second] },
    facts: [],
    verdict: 'fail',
    level: 'problem',
    texts: ['同一平台（微信）开设多个政务新媒体账号：双河政事、某县双河乡人民政府'],
    measured: { accounts: 2 },
  },
  { name: 'alone', at, subject: { account: first, siblings: [] }, facts: [], verdict: 'pass' },
]);

it('is one problem, from whichever account it is seen', () => {
  const seen = check.judge({ subject: { account: first, siblings: [second] }, facts: {} }, at, {});
  const other = check.judge({ subject: { account: second, siblings: [first] }, facts: {} }, at, {});
  expect(other).toEqual(seen);
});
