import { z } from 'zod';
import type { Column } from '../subjects/column.ts';
import { defineCheck } from './define.ts';
import { countOption, lookWithinDays } from './lib/options.ts';
import { overdueTally, vetoByCount } from './lib/site-columns.ts';

/** 国办秘函〔2019〕19号 栏目不更新 (2): columns long without update, each by its registered limit. */
export const check = defineCheck({
  id: 'columns-veto-long',
  version: 1,
  clause: 'SV-4.2',
  subject: 'site',
  needs: ['column-list'],
  options: z.strictObject({ threshold: countOption(10, '达到几个（含）即否决', 1), lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '应更新但长期未更新的栏目',
    line: '几个栏目应更新但长期未更新，达到单项否决数',
    remedy: '尽快更新所列栏目；不再需要的栏目办理停用。',
    reviewer: '逐个打开所列栏目核对最新日期；确认登记的时限合适。',
  },
  page: {
    why: '单项否决：达到规定个数，整个网站不合格。',
    looksAt: '登记了更新时限的栏目，逐个看最新一条信息的日期是否超过时限，超期的合计。',
    limits: '满10个（含）即否决。动态要闻类和一级通知公告、政策文件类已由SV-4.1合计，不在此重复计数。空白栏目另计。',
    fires: ['10个登记了时限的栏目超期。'],
    passes: ['9个超期，其余都已看过。'],
  },
  judge({ subject, facts }, at, options) {
    const elsewhere = (column: Column) =>
      column.class === 'news' || ((column.class === 'notices' || column.class === 'policy') && column.level === 1);
    const limitOf = (column: Column) => (elsewhere(column) ? null : column.limit);
    const counted = overdueTally(subject, facts, at, options, limitOf);
    return vetoByCount(subject, counted, options.threshold, { kind: 'long', what: '栏目应更新但长期未更新' });
  },
});
