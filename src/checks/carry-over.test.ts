import { check } from './carry-over.ts';
import { fact, SITE, testCheck } from './lib/case-table.ts';

const at = '2022-12-27';
const subject = { site: SITE, columns: [] };
const carried = (period: string, ...closed: (boolean | null)[]) => [
  fact('carry-over', at, {
    period,
    problems: closed.map((done, i) => ({ problemId: `p${i}`, text: '栏目超期', closed: done, periods: 2 + i })),
  }),
];

testCheck(check, [
  {
    name: '0 of 2 closed',
    at,
    subject,
    facts: carried('2022-11', false, false),
    verdict: 'fail',
    level: 'problem',
    texts: ['上月问题未整改'],
    measured: { longest: 3 },
  },
  { name: '1 of 2 closed', at, subject, facts: carried('2022-11', true, false), verdict: 'fail', texts: ['上月问题整改不彻底'] },
  { name: '2 of 2 closed', at, subject, facts: carried('2022-11', true, true), verdict: 'pass' },
  {
    name: 'one could not be looked at again',
    at,
    subject,
    facts: carried('2022-11', true, null),
    verdict: 'cannot-tell',
    reason: 'needs-person',
  },
  { name: 'none carried over', at, subject, facts: carried('2022-11'), verdict: 'pass' },
  { name: 'by the quarter', at, subject, facts: carried('2022-Q3', false), verdict: 'fail', texts: ['上季度问题未整改'] },
  { name: 'the ledger said nothing', at, subject, facts: [], verdict: 'not-run', reason: 'no-evidence' },
]);
