import { z } from 'zod';
import { defineCheck } from './define.ts';
import { freshWithinDays, limitOption } from './lib/options.ts';
import { judgeSilence } from './lib/silent-account.ts';

/**
 * “僵尸”账号 (seeds M04). The document gives no figure; the field calls 312 days a zombie and 22 days merely stale.
 * Half a year is the shortest limit the field uses for anything "long" without update.
 */
export const check = defineCheck({
  id: 'account-zombie',
  version: 1,
  clause: 'MV-2.2',
  subject: 'account',
  needs: ['account-posts'],
  options: z.strictObject({ limit: limitOption('P6M', '多长时间未更新即为“僵尸”账号'), freshWithinDays: freshWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  supersedes: ['account-stale', 'account-weekly-minimum', 'account-low-output', 'account-duplicate'],
  words: {
    title: '“僵尸”账号',
    line: '监测到为“僵尸”账号',
    remedy: '恢复更新，或者按程序关停、注销并截图备查。',
    reviewer: '在手机上打开账号核对最新一条的日期；确认不是已注销的账号。',
  },
  page: {
    why: '单项否决：名存实亡的账号有损公信力，应当关停注销。',
    looksAt: '账号最新一条内容的日期，与“僵尸”时限比较。',
    limits:
      '文件没有写明多久算“僵尸”。通报实例中312天为“僵尸”、22天不是；本系统取半年，可在方案中改。认定为“僵尸”的，不再另列“超过两周未更新”。',
    fires: ['最新内容2019-02-28，2020-01-06查看：相隔312天。'],
    passes: ['相隔22天：只是超期，不是“僵尸”。'],
  },
  judge(input, at, options) {
    return judgeSilence(input, at, options, {
      level: 'problem',
      category: 'account_zombie',
      words: ({ seen, newest }) => `${seen}监测到为“僵尸”账号，最新更新时间为${newest}`,
    });
  },
});
