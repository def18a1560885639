import type { FactData } from '../evidence/facts.ts';
import type { ExternalHost } from '../evidence/intrusion.ts';
import { check } from './external-host.ts';
import { fact, SITE, testCheck } from './lib/case-table.ts';

const at = '2022-12-27';
const subject = { site: SITE, columns: [] };
const host = (name: string, parts: Partial<ExternalHost> = {}): ExternalHost => ({
  name,
  standing: 'open',
  doubts: [],
  url: `http://www.${name}/`,
  title: null,
  foundOn: [{ url: `${SITE.url}a.html`, text: '友情链接' }],
  foundOnCount: 1,
  firstSeen: '2022-12-01T01:00:00Z',
  decision: null,
  ...parts,
});
const decision = { by: '张三', at: '2022-12-02T01:00:00Z', reason: '县属企业' };
const hosts = (list: ExternalHost[], day = at, parts: Partial<FactData<'external-hosts'>> = {}) =>
  fact('external-hosts', day, { government: 190, neutral: 7, hosts: list, truncated: false, ...parts });
const line = (name: string, state: string): string => `1个页面链接到外部网站${name}，${state}：${SITE.url}a.html`;

testCheck(check, [
  {
    name: '200 links, 3 foreign sites nobody has decided on: three findings with their pages (seeds S03)',
    at,
    subject,
    facts: [hosts([host('a.com'), host('b.net'), host('c.com.cn')])],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: [line('a.com', '尚未研判'), line('b.net', '尚未研判'), line('c.com.cn', '尚未研判')],
    measured: { government: 190, neutral: 7, open: 3 },
  },
  {
    name: 'still links to what must not be linked to',
    at,
    subject,
    facts: [hosts([host('a.com', { standing: 'refused', decision }), host('b.net', { standing: 'allowed', decision })])],
    verdict: 'fail',
    level: 'problem',
    texts: [line('a.com', '已认定不得链接')],
  },
  {
    name: 'all allowed',
    at,
    subject,
    facts: [hosts([host('a.com', { standing: 'allowed', decision })])],
    verdict: 'pass',
    measured: { allowed: 1 },
  },
  { name: 'no foreign site', at, subject, facts: [hosts([])], verdict: 'pass' },
  {
    name: 'allowed, and somebody else now',
    at,
    subject,
    facts: [hosts([host('a.com', { standing: 'changed', decision, doubts: ['led-elsewhere', 'spam'] })])],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    texts: [line('a.com', '准许以后已有变化，跳转到了另一个网站，标题含赌博、色情等词语')],
  },
  { name: 'the newest look counts', at, subject, facts: [hosts([host('a.com')], '2022-12-25'), hosts([])], verdict: 'pass' },
  { name: 'last look on the last day that counts', at, subject, facts: [hosts([], '2022-12-20')], verdict: 'pass' },
  { name: 'a day too old', at, subject, facts: [hosts([], '2022-12-19')], verdict: 'not-run', reason: 'no-evidence' },
]);
