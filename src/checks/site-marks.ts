import { z } from 'zod';
import type { FactData } from '../evidence/facts.ts';
import type { Site } from '../subjects/channel.ts';
import type { Finding } from './define.ts';
import { defineCheck } from './define.ts';
import { readMarks } from './lib/marks.ts';
import { lookWithinDays } from './lib/options.ts';
import { cannotTell, fail, finding, pass } from './lib/result.ts';

type Marks = FactData<'site-marks'>;
const MARKS = {
  organiser: '主办单位',
  siteIdCode: '政府网站标识码',
  icp: 'ICP备案编号',
  police: '公安机关备案号',
} as const satisfies Partial<Record<keyof Marks, string>>;
type Mark = keyof typeof MARKS;

/** 10 digits beginning with the area code, or bm and 8 digits for ministries; as real footers carry it. */
const CODE = /^(\d{10}|bm\d{8})$/i;

/** 网站标识: 国办秘函〔2019〕19号 网站标识, 政府网站发展指引. */
export const check = defineCheck({
  id: 'site-marks',
  version: 1,
  clause: 'DD-4.2',
  subject: 'site',
  needs: ['site-marks'],
  options: z.strictObject({ lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '网站标识缺失',
    line: '页面底部缺少网站标识',
    remedy: '在全站页面底部补齐主办单位、网站标识码、ICP备案编号、公安机关备案号。',
    reviewer: '看页面最底部；标识可能是图片，也可能由脚本填入。',
  },
  page: {
    why: '标识齐全，群众才能认出这是政府网站、由谁主办。',
    looksAt: '首页底部的主办单位、政府网站标识码、ICP备案编号、公安机关备案号。',
    limits:
      '一个标识都没有读到的，多半是底部由脚本或者图片显示，交人工判断。标识码不是10位数字（或者bm加8位数字）的，只提请人工核对。“找错”入口另有检查。',
    fires: ['其他标识都在，没有公安机关备案号。'],
    passes: ['四项标识齐全。'],
  },
  judge({ subject: { site }, facts }, at, options) {
    const reading = readMarks(facts, at, options.lookWithinDays);
    if ('verdict' in reading) return reading;
    const { fact, data } = reading;
    const measured = { siteIdCode: data.siteIdCode, icp: data.icp, police: data.police, organiser: data.organiser };
    const missing = (Object.keys(MARKS) as Mark[]).filter((mark) => data[mark] === null);
    const odd = data.siteIdCode !== null && !CODE.test(data.siteIdCode);
    const notes = odd ? [markFinding(site, 'note', 'siteIdCode', `政府网站标识码“${data.siteIdCode}”位数不符，请核对`, fact.id)] : [];
    if (missing.length === Object.keys(MARKS).length) return cannotTell('needs-person', measured, notes);
    if (missing.length === 0) return pass(measured, notes);
    const problems = missing.map((mark) => markFinding(site, 'problem', mark, `页面底部缺少${MARKS[mark]}`, fact.id));
    return fail([...problems, ...notes], measured);
  },
});

function markFinding(site: Site, level: Finding['level'], mark: Mark, text: string, factId: string): Finding {
  const place = { type: 'site' as const, id: `${site.id}/${mark}`, label: `${site.name}页面底部`, url: site.url };
  return finding(level, 'site_mark_missing', place, text, [factId], { mark, markName: MARKS[mark] });
}
