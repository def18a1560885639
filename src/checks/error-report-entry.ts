import { z } from 'zod';
import { defineCheck } from './define.ts';
import { readMarks } from './lib/marks.ts';
import { lookWithinDays } from './lib/options.ts';
import { cannotTell, fail, finding, pass } from './lib/result.ts';

/** “我为政府网站找错”入口, 国办秘函〔2019〕19号. */
export const check = defineCheck({
  id: 'error-report-entry',
  version: 1,
  clause: 'DD-4.5',
  subject: 'site',
  needs: ['site-marks'],
  options: z.strictObject({ lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '“我为政府网站找错”入口缺失',
    line: '页面底部没有“我为政府网站找错”入口',
    remedy: '在全站页面底部添加“我为政府网站找错”监督举报入口，链接带本网站标识码。',
    reviewer: '看页面底部有没有“找错”图标；它常由脚本加载。',
  },
  page: {
    why: '群众发现错误要有地方反映。',
    looksAt: '首页底部有没有“我为政府网站找错”入口。',
    limits: '入口通常由外部脚本显示：页面底部的其他标识也都没有读到的，交人工判断。',
    fires: ['底部有标识码和备案号，没有“找错”入口。'],
    passes: ['底部有“找错”入口。'],
  },
  judge({ subject: { site }, facts }, at, options) {
    const reading = readMarks(facts, at, options.lookWithinDays);
    if ('verdict' in reading) return reading;
    const { fact, data } = reading;
    const measured = { errorReportEntry: data.errorReportEntry };
    if (data.errorReportEntry) return pass(measured);
    if ([data.siteIdCode, data.icp, data.police, data.organiser].every((mark) => mark === null))
      return cannotTell('needs-person', measured);
    const place = { type: 'site' as const, id: `${site.id}/errorReportEntry`, label: `${site.name}页面底部`, url: site.url };
    const text = '页面底部没有“我为政府网站找错”入口';
    return fail([finding('problem', 'error_entry_missing', place, text, [fact.id], measured)], measured);
  },
});
