import { z } from 'zod';
import { addDays } from '../core/date.ts';
import { defineCheck } from './define.ts';
import { type AccountReading, readAccount } from './lib/account-reading.ts';
import { accountPlace } from './lib/account-words.ts';
import { countOption, freshWithinDays } from './lib/options.ts';
import { cannotTell, finding, notRun, pass } from './lib/result.ts';

/** 发布量较少、原创比例较低 (seeds M13, L12): a weakness in the text of the notice, never a fail. */
export const check = defineCheck({
  id: 'account-low-output',
  version: 1,
  clause: 'LC-8',
  subject: 'account',
  needs: ['account-posts'],
  options: z.strictObject({
    windowDays: countOption(30, '统计最近几天', 1),
    minimumPosts: countOption(4, '期内至少发布几条'),
    minimumOriginalShare: z.number().min(0).max(1).default(0.1).describe('原创内容至少占几成'),
    freshWithinDays: freshWithinDays(),
  }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '发布量少、原创少',
    line: '发布量较少、原创比例较低',
    remedy: '增加发布频次，多发本地原创内容。',
    reviewer: '只列为薄弱环节，不影响检查结果。',
  },
  page: {
    why: '只转不写、一月一条的账号，内容保障能力不足。',
    looksAt: '最近30天的发布条数，其中标明原创的比例。',
    limits: '采集渠道没有显示是否原创的，不计算比例；没有看全30天内容的，不作结论。两个下限由方案设定。',
    fires: ['20条中只有1条原创。', '30天只发了3条。'],
    passes: ['20条中有2条原创。'],
  },
  judge({ subject: { account }, facts }, at, options) {
    const reading = readAccount(facts);
    if (!reading) return notRun('no-evidence', {});
    const since = addDays(at, 1 - options.windowDays);
    const posts = reading.posts.filter((post) => post.date >= since && post.date <= at);
    const told = posts.filter((post) => post.original !== null);
    const originals = told.filter((post) => post.original).length;
    const measured = { since, posts: posts.length, originals, originalsKnown: told.length };
    const few = posts.length < options.minimumPosts;
    const unoriginal = told.length > 0 && told.length === posts.length && originals < options.minimumOriginalShare * told.length;
    if (!few && !unoriginal) return pass(measured);
    if (!isFresh(reading, addDays(at, -options.freshWithinDays))) return notRun(reading.trouble ?? 'adapter-stale', measured);
    // A feed shows only its last posts: unless an older one was seen, there may have been more in the window.
    if (!reading.posts.some((post) => post.date < since)) return cannotTell('needs-person', measured);
    const text = [few && `近${options.windowDays}天仅发布${posts.length}条`, unoriginal && `${told.length}条中原创${originals}条`]
      .filter(Boolean)
      .join('，');
    return pass(measured, [finding('warning', 'account_low_output', accountPlace(account), text, reading.evidence, measured)]);
  },
});

const isFresh = (reading: AccountReading, since: string): boolean => reading.freshOn !== null && reading.freshOn >= since;
