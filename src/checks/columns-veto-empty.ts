import { z } from 'zod';
import { defineCheck } from './define.ts';
import { countOption, lookWithinDays } from './lib/options.ts';
import { emptyTally, vetoByCount } from './lib/site-columns.ts';

const CONFIRM = { looks: 2, hoursApart: 12 };

/** 国办秘函〔2019〕19号 栏目不更新 (3): empty columns. */
export const check = defineCheck({
  id: 'columns-veto-empty',
  version: 1,
  clause: 'SV-4.3',
  subject: 'site',
  needs: ['column-list'],
  options: z.strictObject({
    threshold: countOption(5, '达到几个（含）即否决', 1),
    looks: countOption(CONFIRM.looks, '认定空白前至少查看几次', 1),
    hoursApart: countOption(CONFIRM.hoursApart, '首末两次查看至少相隔几小时'),
    lookWithinDays: lookWithinDays(),
  }),
  confirm: CONFIRM,
  words: {
    title: '空白栏目达到单项否决数',
    line: '几个空白栏目，达到单项否决数',
    remedy: '补充内容；暂时没有内容的，先撤下栏目。',
    reviewer: '逐个打开所列栏目，确认页面加载完整且确无内容。',
  },
  page: {
    why: '单项否决：达到规定个数，整个网站不合格。',
    looksAt: '网站登记的全部栏目中，隔开几次查看都没有任何信息的栏目合计。',
    limits: '满5个（含）即否决。只作分组、没有自己页面的栏目不计。以前有内容这次为空的，不计入，交人工判断。',
    fires: ['5个栏目相隔一天的两次查看都为空。'],
    passes: ['4个栏目空白，其余都有内容。'],
  },
  judge({ subject, facts }, at, options) {
    return vetoByCount(subject, emptyTally(subject, facts, at, options), options.threshold, { kind: 'empty', what: '空白栏目' });
  },
});
