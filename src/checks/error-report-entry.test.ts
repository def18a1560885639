import type { FactData } from '../evidence/facts.ts';
import { check } from './error-report-entry.ts';
import { fact, SITE, testCheck } from './lib/case-table.ts';

const at = '2022-12-27';
const subject = { site: SITE, columns: [] };
const marks = (parts: Partial<FactData<'site-marks'>>) => [
  fact('site-marks', at, {
    url: SITE.url,
    outcome: 'ok',
    siteIdCode: '3418210001',
    icp: null,
    police: null,
    organiser: null,
    errorReportEntry: false,
    ...parts,
  }),
];

testCheck(check, [
  { name: 'there', at, subject, facts: marks({ errorReportEntry: true }), verdict: 'pass' },
  {
    name: 'not there, other marks are',
    at,
    subject,
    facts: marks({}),
    verdict: 'fail',
    level: 'problem',
    texts: ['页面底部没有“我为政府网站找错”入口'],
  },
  {
    name: 'nothing of the footer was read',
    at,
    subject,
    facts: marks({ siteIdCode: null }),
    verdict: 'cannot-tell',
    reason: 'needs-person',
  },
  { name: 'robots', at, subject, facts: marks({ outcome: 'robots' }), verdict: 'not-run', reason: 'robots' },
]);
