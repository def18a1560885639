import { z } from 'zod';
import { limitName } from '../core/limit.ts';
import { defineCheck } from './define.ts';
import { freshWithinDays, limitOption } from './lib/options.ts';
import { judgeSilence } from './lib/silent-account.ts';

/** 内容不更新: 监测时间点前2周内无更新 (国办秘函〔2019〕19号; seeds M03, C1). Day 14 is in time, day 15 is not. */
export const check = defineCheck({
  id: 'account-stale',
  version: 1,
  clause: 'MV-2.1',
  subject: 'account',
  needs: ['account-posts'],
  options: z.strictObject({ limit: limitOption('P14D', '多长时间内应有更新'), freshWithinDays: freshWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  supersedes: ['account-weekly-minimum', 'account-low-output'],
  words: {
    title: '新媒体超期未更新',
    line: '监测到超过两周未更新内容',
    remedy: '及时发布内容；长期无力维护的账号申请关停、注销。',
    reviewer: '在手机上打开账号核对最新一条的日期，截图留存。',
  },
  page: {
    why: '单项否决：监测时间点前2周内没有更新，账号不合格。',
    looksAt: '账号全部已知内容中最新一条的日期，与采集渠道最近一次确认“已看全”的日期比较。',
    limits:
      '第14天仍在时限内，第15天起认定。采集渠道不新鲜或者有故障的，不作结论；看到过的内容始终算数。遇休息日顺延到第一个工作日通报，由台账处理。',
    fires: ['最新内容2020-02-20，03-06查看：相隔15天。'],
    passes: ['最新内容2020-02-20，03-05查看：相隔14天。'],
  },
  judge(input, at, options) {
    return judgeSilence(input, at, options, {
      level: 'problem',
      category: 'account_stale',
      words: ({ seen, newest }) => `${seen}监测到超过${limitName(options.limit)}未更新内容，最新更新时间为${newest}`,
    });
  },
});
