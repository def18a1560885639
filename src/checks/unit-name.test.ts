import { SITE, testCheck } from './lib/case-table.ts';
import { decided, page, wrong } from './lib/text-case.ts';
import { check } from './unit-name.ts';

const subject = { site: SITE, columns: [] };
const at = '2024-04-10';
const name = (found: string, right: string, parts: Parameters<typeof wrong>[2] = {}) =>
  wrong(found, right, { layer: 'L2', kind: 'unit-name', severity: 2, context: `${found}发布通知`, contextAt: 0, ...parts });
const former = page('2024-04-09', [name('县扶贫办', '县乡村振兴局', { kind: 'former-unit-name', files: true })]);
const near = page('2024-04-09', [name('白水县住房和城向建设局', '白水县住房和城乡建设局', { files: false, score: 0.6 })]);

testCheck(check, [
  {
    name: 'a former name',
    at,
    subject,
    facts: [former],
    verdict: 'fail',
    level: 'problem',
    texts: ['“县扶贫办”应为“县乡村振兴局”（《关于工作的报道》）'],
  },
  {
    name: 'a near miss its layer is not sure of',
    at,
    subject,
    facts: [near],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['“白水县住房和城向建设局”应为“白水县住房和城乡建设局”（《关于工作的报道》）'],
  },
  {
    name: 'the same, confirmed',
    at,
    subject,
    facts: [near, decided(near, 'confirmed', '2024-04-09')],
    verdict: 'fail',
    texts: ['“白水县住房和城向建设局”应为“白水县住房和城乡建设局”（《关于工作的报道》）'],
  },
  { name: 'put right', at, subject, facts: [former, page('2024-04-10', [])], verdict: 'pass' },
  {
    name: 'a page that did not open says nothing',
    at,
    subject,
    facts: [page('2024-04-09', [], { outcome: 'blocked' })],
    verdict: 'not-run',
    reason: 'no-evidence',
  },
]);
