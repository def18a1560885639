import { SITE, testCheck } from './lib/case-table.ts';
import { decided, page, wrong } from './lib/text-case.ts';
import { check } from './official-wording.ts';

const subject = { site: SITE, columns: [] };
const at = '2024-04-10';
const BLEND = '习近平新时代中国特色社会主义思想法治思想';
const blend = page('2024-04-09', [wrong(BLEND, null, { kind: 'blended-phrase', severity: 1 })]);
const near = page('2024-04-09', [wrong('习近平法制思想', '习近平法治思想', { severity: 1, files: false })]);

testCheck(check, [
  {
    name: 'a blend of two formulations',
    at,
    subject,
    facts: [blend],
    verdict: 'fail',
    texts: [`“${BLEND}”有误（《关于工作的报道》）`],
    measured: { urgent: 1 },
  },
  {
    name: 'one that its layer is not sure of waits for a person, at once',
    at,
    subject,
    facts: [near],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['“习近平法制思想”应为“习近平法治思想”（《关于工作的报道》）'],
    measured: { urgent: 1 },
  },
  {
    name: 'confirmed it counts, and is no longer urgent',
    at,
    subject,
    facts: [near, decided(near, 'confirmed', '2024-04-09')],
    verdict: 'fail',
    texts: ['“习近平法制思想”应为“习近平法治思想”（《关于工作的报道》）'],
    measured: { urgent: 0, confirmed: 1 },
  },
  {
    name: 'it keeps its own finding on a page full of doubts',
    at,
    subject,
    facts: [page('2024-04-09', blend.data.findings, { collapsed: true })],
    verdict: 'fail',
    texts: [`“${BLEND}”有误（《关于工作的报道》）`],
  },
  { name: 'an ordinary error is none', at, subject, facts: [page('2024-04-09', [wrong('整治站位', '政治站位')])], verdict: 'pass' },
]);
