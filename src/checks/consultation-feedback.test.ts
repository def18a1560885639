import { check } from './consultation-feedback.ts';
import { column, item, list, SITE, testCheck } from './lib/case-table.ts';

const survey = column({ path: ['调查征集'], class: 'consultation' });
const subject = { column: survey, site: SITE };
const asked = item('2022-06-01', { title: '关于公开征求《停车管理办法（草案）》意见的公告', href: 'http://x/1' });
const answered = item('2022-08-01', { title: '《停车管理办法》公开征求意见采纳情况反馈' });
const other = item('2022-08-01', { title: '《养犬管理规定》征求意见采纳情况' });

testCheck(check, [
  {
    name: 'three months, last day',
    at: '2022-09-01',
    subject,
    facts: [list(survey, '2022-09-01', [asked])],
    verdict: 'pass',
    measured: { consultations: 1 },
  },
  {
    name: 'three months and a day, no feedback: a person looks',
    at: '2022-09-02',
    subject,
    facts: [list(survey, '2022-09-02', [asked])],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    level: 'note',
    texts: ['《关于公开征求《停车管理办法（草案）》意见的公告》6月1日发布，超过3个月未见结果反馈'],
  },
  {
    name: 'feedback on the same matter',
    at: '2022-09-02',
    subject,
    facts: [list(survey, '2022-09-02', [answered, asked])],
    verdict: 'pass',
    measured: { feedbacks: 1, open: 0 },
  },
  {
    name: 'feedback on another matter',
    at: '2022-09-02',
    subject,
    facts: [list(survey, '2022-09-02', [other, asked])],
    verdict: 'cannot-tell',
    reason: 'needs-person',
    texts: ['《关于公开征求《停车管理办法（草案）》意见的公告》6月1日发布，超过3个月未见结果反馈'],
  },
  { name: 'older than a year', at: '2023-06-02', subject, facts: [list(survey, '2023-06-02', [asked])], verdict: 'pass' },
  {
    name: 'another class of column',
    at: '2022-09-02',
    subject: { column: column(), site: SITE },
    facts: [list(survey, '2022-09-02', [asked])],
    verdict: 'not-applicable',
  },
  {
    name: 'blocked',
    at: '2022-09-02',
    subject,
    facts: [list(survey, '2022-09-02', [], { outcome: 'blocked', state: 'unreadable' })],
    verdict: 'not-run',
    reason: 'blocked',
  },
]);
