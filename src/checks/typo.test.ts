import { SITE, testCheck } from './lib/case-table.ts';
import { decided, page, wrong } from './lib/text-case.ts';
import { check } from './typo.ts';

const subject = { site: SITE, columns: [] };
const at = '2024-04-10';
const stance = page('2024-04-09', [wrong('整治站位', '政治站位')]);
const again = page('2024-04-09', [wrong('整治站位', '政治站位')], { path: 'b.html', title: '另一篇' });
const doubtful = page('2024-04-09', [
  wrong('按', '安', { layer: 'L4', kind: 'wrong-character', files: false, context: '设备按装完毕', contextAt: 2 }),
]);
const clean = page('2024-04-09', []);
const many = page(
  '2024-04-09',
  [wrong('甲乙丙丁', '戊', { layer: 'L4', files: false }), wrong('己庚辛壬', '癸', { layer: 'L4', files: false })],
  { collapsed: true },
);
const off = page('2024-04-09', [wrong('雪夜', null, { layer: 'L4', kind: 'off-topic', files: false })]);

testCheck(check, [
  {
    name: 'a certain wrong word is a problem',
    at,
    subject,
    facts: [stance],
    verdict: 'fail',
    texts: ['“整治站位”应为“政治站位”（《关于工作的报道》）'],
  },
  {
    name: 'the same string on two pages is one finding',
    at,
    subject,
    facts: [again, stance],
    verdict: 'fail',
    texts: ['“整治站位”应为“政治站位”（《关于工作的报道》等2个页面）'],
    measured: { errors: 1 },
  },
  { name: 'a clean page passes', at, subject, facts: [clean], verdict: 'pass' },
  {
    name: 'what the counts suspect waits for a person',
    at,
    subject,
    facts: [doubtful],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['“设备按装完”应为“设备安装完”（《关于工作的报道》）'],
  },
  {
    name: 'and is a problem once confirmed',
    at,
    subject,
    facts: [doubtful, decided(doubtful, 'confirmed', '2024-04-09')],
    verdict: 'fail',
    texts: ['“设备按装完”应为“设备安装完”（《关于工作的报道》）'],
    measured: { confirmed: 1 },
  },
  {
    name: 'a wrong suggestion is replaced by what the reviewer wrote',
    at,
    subject,
    facts: [stance, decided(stance, 'wrong-suggestion', '2024-04-09', { right: '思想站位' })],
    verdict: 'fail',
    texts: ['“整治站位”应为“思想站位”（《关于工作的报道》）'],
  },
  {
    name: 'dismissed on the site',
    at,
    subject,
    facts: [stance, again, decided(stance, 'dismissed-string', '2024-04-09')],
    verdict: 'pass',
  },
  {
    name: 'dismissed on one page stays on the other',
    at,
    subject,
    facts: [stance, again, decided(stance, 'dismissed-here', '2024-04-09', { here: true })],
    verdict: 'fail',
    texts: ['“整治站位”应为“政治站位”（《另一篇》）'],
  },
  {
    name: 'a decision taken back counts no more',
    at,
    subject,
    facts: [stance, decided(stance, 'dismissed-string', '2024-04-08'), decided(stance, 'undone', '2024-04-09')],
    verdict: 'fail',
    texts: ['“整治站位”应为“政治站位”（《关于工作的报道》）'],
  },
  { name: 'corrected since', at, subject, facts: [stance, page('2024-04-10', [])], verdict: 'pass' },
  {
    name: 'a page full of doubts is one note',
    at,
    subject,
    facts: [many],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['本页疑似文字错误2处，请通读全页（《关于工作的报道》）'],
  },
  { name: 'grave errors and other content belong to other checks', at, subject, facts: [off], verdict: 'pass' },
  {
    name: 'a page nobody could read says nothing',
    at,
    subject,
    facts: [page('2024-04-09', [], { outcome: 'timed-out' })],
    verdict: 'not-run',
    reason: 'no-evidence',
  },
]);
