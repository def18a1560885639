import { z } from 'zod';
import type { Column } from '../subjects/column.ts';
import { defineCheck } from './define.ts';
import { countOption, limitOption, lookWithinDays } from './lib/options.ts';
import { overdueTally, vetoByCount } from './lib/site-columns.ts';

/** 国办秘函〔2019〕19号 栏目不更新 (1): news 2 weeks, level-1 notices and policy files 6 months, counted together. */
export const check = defineCheck({
  id: 'columns-veto-news',
  version: 1,
  clause: 'SV-4.1',
  subject: 'site',
  needs: ['column-list'],
  options: z.strictObject({
    threshold: countOption(5, '达到几个（含）即否决', 1),
    newsLimit: limitOption('P14D', '动态要闻类栏目的时限'),
    noticeLimit: limitOption('P6M', '通知公告、政策文件类一级栏目的时限'),
    lookWithinDays: lookWithinDays(),
  }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '动态要闻、通知公告、政策文件类栏目不更新',
    line: '几个动态要闻、通知公告、政策文件类栏目不更新，达到单项否决数',
    remedy: '尽快更新所列栏目；不再需要的栏目办理停用。',
    reviewer: '逐个打开所列栏目核对最新日期；确认栏目类别登记无误。',
  },
  page: {
    why: '单项否决：达到规定个数，整个网站不合格。',
    looksAt: '底册中类别为动态要闻的栏目（2周）和类别为通知公告、政策文件的一级栏目（6个月），逐个看最新一条信息的日期，超期的合计。',
    limits: '满5个（含）即否决。没有看成的栏目即使都算上也够不到个数的，照样可以判通过；够得到的，不作结论。',
    fires: ['3个动态栏目和2个一级通知公告栏目超期：合计5个，否决。'],
    passes: ['合计4个超期，其余都已看过。', '二级通知公告栏目超期不计入。'],
  },
  judge({ subject, facts }, at, options) {
    const limitOf = (column: Column) => {
      if (column.class === 'news') return options.newsLimit;
      return (column.class === 'notices' || column.class === 'policy') && column.level === 1 ? options.noticeLimit : null;
    };
    const counted = overdueTally(subject, facts, at, options, limitOf);
    return vetoByCount(subject, counted, options.threshold, { kind: 'news', what: '动态要闻、通知公告、政策文件类栏目不更新' });
  },
});
