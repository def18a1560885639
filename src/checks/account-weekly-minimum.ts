import { z } from 'zod';
import { limitName } from '../core/limit.ts';
import { defineCheck } from './define.ts';
import { freshWithinDays, limitOption } from './lib/options.ts';
import { judgeSilence } from './lib/silent-account.ts';

/** 每周更新不少于1次 (seeds M05): a reminder before the two weeks are over, never a fail. */
export const check = defineCheck({
  id: 'account-weekly-minimum',
  version: 1,
  clause: 'LC-3',
  subject: 'account',
  needs: ['account-posts'],
  options: z.strictObject({ limit: limitOption('P7D', '多长时间内至少更新一次'), freshWithinDays: freshWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '一周未更新',
    line: '超过一周未更新',
    remedy: '每周至少发布一次。',
    reviewer: '只提醒，不影响检查结果。',
  },
  page: {
    why: '在满两周被否决之前提醒。',
    looksAt: '账号最新一条内容的日期。',
    limits: '第7天仍在时限内，第8天起提醒。已经认定超过两周未更新的，不再提醒。',
    fires: ['已8天没有更新：提醒，检查结论仍为通过。'],
    passes: ['已7天没有更新：不提醒。'],
  },
  judge(input, at, options) {
    return judgeSilence(input, at, options, {
      level: 'warning',
      category: 'account_weekly_minimum',
      words: ({ newest, days }) => `已${days}天未更新（超过${limitName(options.limit)}），最新更新时间为${newest}`,
    });
  },
});
