import { check } from './hidden-link.ts';
import { SITE, testCheck } from './lib/case-table.ts';
import { planted, seen } from './lib/intrusion-case.ts';

const at = '2022-12-27';
const subject = { site: SITE, columns: [] };
const doubtful = planted({
  kind: 'foreign-host',
  files: false,
  score: 0.5,
  found: 'b.example.com',
  why: '页面执行来自b.example.com的脚本（脚本来自与本站无关的域名）。',
});
const TEXT = '《通知公告》放在零尺寸的框内的内容链接到a1b2.example.com（读者看不见；链接到外部网站）。';

testCheck(check, [
  {
    name: 'a link in a box of no size (seeds M10)',
    at,
    subject,
    facts: [seen(at, 'a.html', [planted()])],
    verdict: 'fail',
    level: 'problem',
    texts: [TEXT],
  },
  {
    name: 'the same thing on three pages is one finding',
    at,
    subject,
    facts: ['a', 'b', 'c'].map((path) => seen(at, path, [planted()])),
    verdict: 'fail',
    texts: [TEXT.replace('《通知公告》', '3个页面')],
    measured: { pages: 3, problems: 1 },
  },
  {
    name: 'one signal alone is for a person',
    at,
    subject,
    facts: [seen(at, 'a.html', [doubtful])],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['《通知公告》页面执行来自b.example.com的脚本（脚本来自与本站无关的域名）。'],
  },
  {
    name: 'doubts stand behind what is believed',
    at,
    subject,
    facts: [seen(at, 'a.html', [doubtful, planted()])],
    verdict: 'fail',
    texts: [TEXT, '《通知公告》页面执行来自b.example.com的脚本（脚本来自与本站无关的域名）。'],
  },
  { name: 'nothing hidden', at, subject, facts: [seen(at, 'a.html', [])], verdict: 'pass' },
  { name: 'taken away since', at, subject, facts: [seen('2022-12-25', 'a.html', [planted()]), seen(at, 'a.html', [])], verdict: 'pass' },
  {
    name: 'the page was taken away',
    at,
    subject,
    facts: [seen('2022-12-25', 'a.html', [planted()]), seen(at, 'a.html', [], 'gone')],
    verdict: 'pass',
  },
  {
    name: 'still there on a page not opened since',
    at,
    subject,
    facts: [seen('2022-11-01', 'a.html', [planted()]), seen(at, 'b.html', [])],
    verdict: 'fail',
    texts: [TEXT],
  },
  { name: 'last look on the last day that counts', at, subject, facts: [seen('2022-12-20', 'a.html', [])], verdict: 'pass' },
  { name: 'a day too old', at, subject, facts: [seen('2022-12-19', 'a.html', [])], verdict: 'not-run', reason: 'no-evidence' },
  { name: 'the only page was turned away', at, subject, facts: [seen(at, 'a.html', [], 'blocked')], verdict: 'not-run', reason: 'blocked' },
]);
