import { z } from 'zod';
import { defineCheck } from './define.ts';
import { textErrorResult } from './lib/text-errors.ts';

/** 信息与网站内容不符 (seeds Q07): a novel in 工作动态. */
export const check = defineCheck({
  id: 'off-topic',
  version: 1,
  clause: 'TX-2',
  subject: 'site',
  needs: ['proof'],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '信息与网站内容不符',
    line: '栏目中的信息与栏目无关',
    remedy: '撤下无关内容，查明是误发还是被人植入。',
    reviewer: '打开页面通读：小说、广告、与本单位无关的文章算；讲话、访谈、征文、文艺作品栏目不算。',
  },
  page: {
    why: '工作动态里出现小说，说明发布无人审核，或者账号被人使用。',
    looksAt: '文章页的正文：叙述人称、对白很多，而公务用语、日期和数量几乎没有的，提请人工判断。',
    limits: '只作提示，不作结论；经人工确认才成为问题，确认或者否定都留存。不足400字的文章不看。',
    fires: ['工作动态中的小说：提请判断，人工确认后列为问题。'],
    passes: ['工作报道、通知、访谈。', '复核人认定不是问题的文章。'],
  },
  judge({ subject: { site }, facts }) {
    return textErrorResult(site.id, facts, 'off_topic_content', ({ kind }) => kind === 'off-topic');
  },
});
