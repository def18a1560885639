import type { ProofFinding } from '../evidence/proof.ts';
import { SITE, testCheck } from './lib/case-table.ts';
import { decided, page, wrong } from './lib/text-case.ts';
import { check } from './personal-data.ts';

const at = '2022-12-27';
const subject = { site: SITE, columns: [] };
const MASKED = '510***********0012';
const found = (parts: Partial<ProofFinding> = {}): ProofFinding =>
  wrong(MASKED, MASKED, { layer: 'L5', kind: 'identity-number', severity: 2, score: 0.98, why: '出现完整的居民身份证号码。', ...parts });
const list = (findings: ProofFinding[]) => page(at, findings, { of: 'attachment', title: '补贴发放名单', layers: ['L5'] });
const mobile = found({ kind: 'mobile-number', found: '139****5670', suggestion: '139****5670', severity: 3, score: 0.7, files: false });
const LINE = '出现完整的居民身份证号码（《补贴发放名单》）';

testCheck(check, [
  {
    name: 'identity number in an attachment (seeds Q08), shown covered',
    at,
    subject,
    facts: [list([found()])],
    verdict: 'fail',
    level: 'problem',
    texts: [LINE],
  },
  {
    name: 'a mobile is for a person',
    at,
    subject,
    facts: [list([mobile])],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: [LINE],
  },
  {
    name: 'a list of people is one finding, not one a person',
    at,
    subject,
    facts: [list(Array.from({ length: 120 }, (_, i) => found({ found: `510***********00${10 + i}` })))],
    verdict: 'fail',
    texts: ['出现居民身份证号码120处（如510***********0010），应当逐一隐去或者撤下名单（《补贴发放名单》）'],
    measured: { errors: 1 },
  },
  {
    name: 'five numbers are still told one by one',
    at,
    subject,
    facts: [list(Array.from({ length: 5 }, (_, i) => found({ found: `510***********001${i}` })))],
    verdict: 'fail',
    texts: Array.from({ length: 5 }, () => LINE),
  },
  { name: 'a page without any', at, subject, facts: [list([])], verdict: 'pass' },
  { name: 'errors in words are another check', at, subject, facts: [list([wrong('站位', '政治站位')])], verdict: 'pass' },
  {
    name: 'dismissed by a reviewer',
    at,
    subject,
    facts: [list([mobile]), decided(list([mobile]), 'dismissed-string', at)],
    verdict: 'pass',
  },
  { name: 'the page did not open', at, subject, facts: [page(at, [], { outcome: 'blocked' })], verdict: 'not-run', reason: 'no-evidence' },
]);
