import type { Outcome } from '../evidence/outcome.ts';
import { check } from './image-missing.ts';
import { fact, SITE, testCheck } from './lib/case-table.ts';

const at = '2024-04-12';
const subject = { site: SITE, columns: [] };
const page = 'http://x/art/1.html';
const look = (day: string, outcome: Outcome, time = '09:00') =>
  fact(
    'link',
    day,
    {
      url: 'http://x/p.jpg',
      relation: 'image',
      outcome,
      status: null,
      foundOn: [{ url: page, text: '', home: false }],
      foundOnCount: 1,
      own: true,
    },
    time,
  );
const article = fact('article', '2024-04-10', {
  url: page,
  columnId: null,
  outcome: 'ok',
  title: '义务植树',
  publishDate: '2024-03-31',
  metaDate: null,
  source: null,
});
const gone = [look('2024-04-11', 'gone'), look('2024-04-11', 'gone', '20:00'), look(at, 'gone')];

testCheck(check, [
  {
    name: 'both days are told apart',
    at,
    subject,
    facts: [article, ...gone],
    verdict: 'fail',
    level: 'problem',
    texts: ['《义务植树》（3月31日发布）图片不能显示，4月11日发现'],
  },
  { name: 'day of the item not known', at, subject, facts: gone, verdict: 'fail', texts: ['http://x/art/1.html图片不能显示，4月11日发现'] },
  { name: 'works again', at, subject, facts: [...gone, look(at, 'ok', '12:00')], verdict: 'pass' },
  { name: 'seen missing once', at, subject, facts: [look(at, 'gone')], verdict: 'cannot-tell', reason: 'too-few-looks' },
  { name: 'hot-link protection', at, subject, facts: [look(at, 'blocked')], verdict: 'not-run', reason: 'blocked' },
]);
