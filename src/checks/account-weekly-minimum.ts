import { z } from 'zod';
import { limitName } from '../core/limit.ts';
import { defineCheck } from './define.ts';
import { readAccount, silenceOf } from './lib/account-reading.ts';
import { accountPlace } from './lib/account-words.ts';
import { freshWithinDays, limitOption } from './lib/options.ts';
import { finding, pass } from './lib/result.ts';
import { shortDate } from './lib/words.ts';

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
  judge({ subject: { account }, facts }, at, options) {
    const reading = readAccount(facts);
    const answer = silenceOf(reading, options.limit, at, options.freshWithinDays);
    const measured = { limit: options.limit, lastUpdate: answer.newest, freshOn: reading?.freshOn ?? null };
    if (answer.state === 'unknown') return { ...answer.unknown, findings: [], measured };
    const numbers = { ...measured, days: answer.days };
    if (answer.state === 'in-time') return pass(numbers);
    const text = `已${answer.days}天未更新（超过${limitName(options.limit)}），最新更新时间为${shortDate(answer.newest, at)}`;
    return pass(numbers, [finding('warning', 'account_weekly_minimum', accountPlace(account), text, reading?.evidence ?? [], numbers)]);
  },
});
