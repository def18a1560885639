import { check } from './foreign-place.ts';
import { SITE, testCheck } from './lib/case-table.ts';
import { decided, page, wrong } from './lib/text-case.ts';

const subject = { site: SITE, columns: [] };
const at = '2024-04-10';
const place = (found: string, parts: Parameters<typeof wrong>[2] = {}) =>
  wrong(found, null, {
    layer: 'L3',
    kind: 'foreign-place',
    severity: 2,
    context: `公开依据：《${found}办法》`,
    contextAt: 6,
    ...parts,
  });
const basis = page('2024-04-09', [place('章贡区')], { title: '正平镇目录' });
const body = page('2024-04-09', [place('大余县', { files: false, score: 0.5 })], { title: '工作情况' });

testCheck(check, [
  {
    name: 'another area as basis',
    at,
    subject,
    facts: [basis],
    verdict: 'fail',
    level: 'problem',
    texts: ['“《章贡区办法”有误（《正平镇目录》）'],
  },
  {
    name: 'in running text it waits for a person',
    at,
    subject,
    facts: [body],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['“《大余县办法”有误（《工作情况》）'],
  },
  { name: 'dismissed', at, subject, facts: [basis, decided(basis, 'dismissed-here', '2024-04-09', { here: true })], verdict: 'pass' },
  { name: 'put right', at, subject, facts: [basis, page('2024-04-10', [])], verdict: 'pass' },
  {
    name: 'errors of other layers are not its business',
    at,
    subject,
    facts: [page('2024-04-09', [wrong('整治站位', '政治站位')])],
    verdict: 'pass',
  },
  {
    name: 'a page that did not open says nothing',
    at,
    subject,
    facts: [page('2024-04-09', [], { outcome: 'blocked' })],
    verdict: 'not-run',
    reason: 'no-evidence',
  },
]);
