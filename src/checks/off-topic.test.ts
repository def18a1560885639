import { SITE, testCheck } from './lib/case-table.ts';
import { decided, page, wrong } from './lib/text-case.ts';
import { check } from './off-topic.ts';

const subject = { site: SITE, columns: [] };
const at = '2024-04-10';
const novel = page('2024-04-09', [wrong('雪夜', null, { layer: 'L4', kind: 'off-topic', files: false, why: '像小说' })], { title: '雪夜' });

testCheck(check, [
  {
    name: 'a novel is put before a person',
    at,
    subject,
    facts: [novel],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['内容与栏目不符（《雪夜》）'],
  },
  {
    name: 'and is a problem when the person says so',
    at,
    subject,
    facts: [novel, decided(novel, 'confirmed', '2024-04-09')],
    verdict: 'fail',
    texts: ['内容与栏目不符（《雪夜》）'],
  },
  { name: 'not when the person says no', at, subject, facts: [novel, decided(novel, 'dismissed-string', '2024-04-09')], verdict: 'pass' },
  { name: 'typos are none of it', at, subject, facts: [page('2024-04-09', [wrong('整治站位', '政治站位')])], verdict: 'pass' },
]);
