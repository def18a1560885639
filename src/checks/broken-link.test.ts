import type { FactData } from '../evidence/facts.ts';
import type { Outcome } from '../evidence/outcome.ts';
import { check } from './broken-link.ts';
import { fact, SITE, testCheck } from './lib/case-table.ts';

const at = '2022-12-27';
const subject = { site: SITE, columns: [] };
type Look = [day: string, outcome: Outcome, time?: string];
function looks(url: string, rows: readonly Look[], parts: Partial<FactData<'link'>> = {}) {
  return rows.map(([day, outcome, time]) =>
    fact(
      'link',
      day,
      {
        url,
        relation: 'link',
        outcome,
        status: null,
        foundOn: [{ url: SITE.url, text: '办事指南', home: true }],
        foundOnCount: 1,
        own: true,
        ...parts,
      },
      time,
    ),
  );
}
const thrice = (outcome: Outcome): Look[] => [
  ['2022-12-26', outcome],
  ['2022-12-26', outcome, '21:00'],
  [at, outcome],
];
const GONE = '首页上的链接“办事指南”不可用（地址不存在（404/410））：http://x/a';
const inner = { foundOn: [{ url: 'http://x/list', text: '附件1', home: false }], foundOnCount: 8 };

testCheck(check, [
  {
    name: 'gone three times over 24 hours',
    at,
    subject,
    facts: looks('http://x/a', thrice('gone')),
    verdict: 'fail',
    level: 'problem',
    texts: [GONE],
  },
  {
    name: 'gone three times within 24 hours less a minute',
    at,
    subject,
    facts: looks('http://x/a', [
      ['2022-12-26', 'gone', '09:01'],
      ['2022-12-26', 'gone', '21:00'],
      [at, 'gone', '09:00'],
    ]),
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
  },
  {
    name: 'gone twice',
    at,
    subject,
    facts: looks('http://x/a', [
      ['2022-12-25', 'gone'],
      [at, 'gone'],
    ]),
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
  },
  {
    name: 'answers on a retry',
    at,
    subject,
    facts: looks('http://x/a', [
      ['2022-12-25', 'gone'],
      ['2022-12-26', 'gone'],
      [at, 'ok'],
    ]),
    verdict: 'pass',
  },
  {
    name: 'a good look in between starts the count anew',
    at,
    subject,
    facts: looks('http://x/a', [
      ['2022-12-24', 'gone'],
      ['2022-12-25', 'ok'],
      ['2022-12-26', 'gone'],
      [at, 'gone'],
    ]),
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
  },
  {
    name: 'error page with status 200',
    at,
    subject,
    facts: looks('http://x/a', thrice('soft-gone')),
    verdict: 'fail',
    texts: ['首页上的链接“办事指南”不可用（返回错误提示页（状态码却是 200））：http://x/a'],
  },
  { name: 'blocked is never dead', at, subject, facts: looks('http://x/a', thrice('blocked')), verdict: 'not-run', reason: 'blocked' },
  {
    name: 'a blocked look between does not count',
    at,
    subject,
    facts: looks('http://x/a', [
      ['2022-12-25', 'gone'],
      ['2022-12-26', 'blocked'],
      [at, 'gone'],
    ]),
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
  },
  {
    name: 'time-outs are for a person',
    at,
    subject,
    facts: looks('http://x/a', thrice('timed-out')),
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['首页上的链接“办事指南”不可用（超过时限未打开）：http://x/a'],
  },
  {
    name: 'one finding per target, whatever works beside it',
    at,
    subject,
    facts: [
      ...looks('http://x/b', thrice('gone'), { ...inner, relation: 'attachment' }),
      ...looks('http://x/a', thrice('gone')),
      ...looks('http://x/c', [[at, 'ok']]),
    ],
    verdict: 'fail',
    texts: [GONE, '8个页面上的附件“附件1”不可用（地址不存在（404/410））：http://x/b'],
    measured: { targets: 3, dead: 2 },
  },
  {
    name: 'a service form that is missing, linked from 8 guides: filed once (seeds M15)',
    at,
    subject,
    facts: looks('http://x/form.doc', thrice('gone'), {
      relation: 'attachment',
      foundOn: [{ url: 'http://x/guide1', text: '申请表', home: false }],
      foundOnCount: 8,
    }),
    verdict: 'fail',
    texts: ['8个页面上的附件“申请表”不可用（地址不存在（404/410））：http://x/form.doc'],
    measured: { targets: 1, dead: 1 },
  },
  {
    name: 'a picture is another check',
    at,
    subject,
    facts: looks('http://x/a', thrice('gone'), { relation: 'image' }),
    verdict: 'not-run',
    reason: 'no-evidence',
  },
  {
    name: 'confirmed long ago, not looked at since',
    at,
    subject,
    facts: looks('http://x/a', [
      ['2022-12-16', 'gone'],
      ['2022-12-17', 'gone'],
      ['2022-12-19', 'gone'],
    ]),
    verdict: 'not-run',
    reason: 'no-evidence',
  },
]);
