import type { FactData } from '../evidence/facts.ts';
import { fact, SITE, testCheck } from './lib/case-table.ts';
import { check } from './site-marks.ts';

const at = '2022-12-27';
const subject = { site: SITE, columns: [] };
const all: FactData<'site-marks'> = {
  url: SITE.url,
  outcome: 'ok',
  siteIdCode: '3418210001',
  icp: '皖ICP备05000001号',
  police: '皖公网安备34182102000001号',
  organiser: '某县人民政府办公室',
  errorReportEntry: true,
};
const marks = (parts: Partial<FactData<'site-marks'>> = {}, day = at) => [fact('site-marks', day, { ...all, ...parts })];
const none = { siteIdCode: null, icp: null, police: null, organiser: null };

testCheck(check, [
  { name: 'all four', at, subject, facts: marks(), verdict: 'pass' },
  {
    name: 'no police filing',
    at,
    subject,
    facts: marks({ police: null }),
    verdict: 'fail',
    level: 'problem',
    texts: ['页面底部缺少公安机关备案号'],
  },
  {
    name: 'two missing are two findings',
    at,
    subject,
    facts: marks({ siteIdCode: null, organiser: null }),
    verdict: 'fail',
    texts: ['页面底部缺少主办单位', '页面底部缺少政府网站标识码'],
  },
  {
    name: 'three missing, one read: the footer is there',
    at,
    subject,
    facts: marks({ ...none, icp: all.icp }),
    verdict: 'fail',
    texts: ['页面底部缺少主办单位', '页面底部缺少政府网站标识码', '页面底部缺少公安机关备案号'],
  },
  {
    name: 'none read: the footer may be a picture or a script',
    at,
    subject,
    facts: marks(none),
    verdict: 'cannot-tell',
    reason: 'needs-person',
  },
  { name: 'a ministry code', at, subject, facts: marks({ siteIdCode: 'bm64130001' }), verdict: 'pass' },
  {
    name: 'twelve digits are odd, not wrong',
    at,
    subject,
    facts: marks({ siteIdCode: '341821000112' }),
    verdict: 'pass',
    level: 'note',
    texts: ['政府网站标识码“341821000112”位数不符，请核对'],
  },
  { name: 'blocked', at, subject, facts: marks({ ...none, outcome: 'blocked' }), verdict: 'not-run', reason: 'blocked' },
  {
    name: 'looked at seven days ago',
    at,
    subject,
    facts: marks({ police: null }, '2022-12-20'),
    verdict: 'fail',
    texts: ['页面底部缺少公安机关备案号'],
  },
  {
    name: 'looked at eight days ago',
    at,
    subject,
    facts: marks({ police: null }, '2022-12-19'),
    verdict: 'not-run',
    reason: 'no-evidence',
  },
]);
