import { addDays } from '../core/date.ts';
import type { Outcome } from '../evidence/outcome.ts';
import { fact, SITE, testCheck } from './lib/case-table.ts';
import { check } from './site-unreachable.ts';

const at = '2022-12-27';
const subject = { site: SITE, columns: [] };

/** `perDay` visits on each of the last seven days; the given ones (counted from 0 over the week) end badly, `apart` from one another. */
function week(perDay: number, bad: readonly number[], outcome: Outcome = 'server-error', ms = 100) {
  return Array.from({ length: perDay * 7 }, (_, i) => {
    const failed = bad.includes(i);
    const minute = String(i % perDay).padStart(2, '0');
    const data = { url: SITE.url, outcome: failed ? outcome : ('ok' as const), status: null, ms: failed ? ms : 100 };
    return fact('probe', addDays(at, Math.floor(i / perDay) - 6), data, `10:${minute}`);
  });
}
const apart = (n: number) => Array.from({ length: n }, (_, i) => i * 10);
const failing = (n: number, percent: number) => `连续7天访问首页140次，${n}次未能打开，占${percent}%`;

testCheck(check, [
  {
    name: '7 of 140 is 5 %',
    at,
    subject,
    facts: week(20, apart(7)),
    verdict: 'fail',
    level: 'problem',
    texts: [failing(7, 5)],
    measured: { visits: 140, failed: 7, percent: 5 },
  },
  { name: '6 of 140 is less', at, subject, facts: week(20, apart(6)), verdict: 'pass', measured: { percent: 4.29 } },
  {
    name: 'opened after 15 s counts as failed',
    at,
    subject,
    facts: week(20, apart(7), 'ok', 15_000),
    verdict: 'fail',
    texts: [failing(7, 5)],
  },
  { name: 'opened after 14.999 s does not', at, subject, facts: week(20, apart(7), 'ok', 14_999), verdict: 'pass' },
  { name: 'given up after 15 s', at, subject, facts: week(20, apart(7), 'timed-out', 15_000), verdict: 'fail', texts: [failing(7, 5)] },
  {
    name: 'given up earlier proves nothing, and is no visit',
    at,
    subject,
    facts: week(20, apart(7), 'timed-out', 10_000),
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
  },
  {
    name: 'blocked visits are no visits',
    at,
    subject,
    facts: week(20, apart(7), 'blocked'),
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
    measured: { visits: 133, failed: 0, uncounted: 7 },
  },
  { name: '21 a day, 7 blocked: still 20 a day', at, subject, facts: week(21, [0, 21, 42, 63, 84, 105, 126], 'blocked'), verdict: 'pass' },
  { name: '19 a day', at, subject, facts: week(19, apart(7)), verdict: 'cannot-tell', reason: 'too-few-looks' },
  {
    name: '1 miss of 100 is 99 %: no finding (seeds M16)',
    at,
    subject,
    facts: week(20, [50]).slice(40),
    verdict: 'cannot-tell',
    reason: 'too-few-looks',
    measured: { visits: 100, failed: 1, percent: 1, available: 99 },
  },
  {
    name: '1 miss of 140: no finding',
    at,
    subject,
    facts: week(20, [5]),
    verdict: 'pass',
    measured: { percent: 0.71, available: 99.29 },
  },
  {
    name: 'three in a row: a note for the office',
    at,
    subject,
    facts: week(20, [5, 6, 7]),
    verdict: 'pass',
    level: 'note',
    texts: ['连续3次未能打开首页'],
  },
  { name: 'two in a row: none', at, subject, facts: week(20, [5, 6]), verdict: 'pass' },
  {
    name: 'always blocked',
    at,
    subject,
    facts: week(
      20,
      Array.from({ length: 140 }, (_, i) => i),
      'blocked',
    ),
    verdict: 'not-run',
    reason: 'blocked',
  },
  {
    name: 'the day before the window does not count',
    at: '2022-12-28',
    subject,
    facts: [
      ...week(20, apart(7)),
      ...week(20, [])
        .slice(0, 20)
        .map((_, i) => fact('probe', '2022-12-28', { url: SITE.url, outcome: 'ok', status: 200, ms: 1 }, `11:${10 + i}`)),
    ],
    verdict: 'pass',
    measured: { failed: 5 },
  },
]);
