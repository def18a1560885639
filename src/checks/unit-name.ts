import { z } from 'zod';
import { defineCheck } from './define.ts';
import { textErrorResult } from './lib/text-errors.ts';

/** Names of units and of people who hold posts in them (seeds Q01, Q06). */
export const check = defineCheck({
  id: 'unit-name',
  version: 1,
  clause: 'TX-3',
  subject: 'site',
  needs: ['proof'],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '单位或人员名称有误',
    line: '单位名称、人员姓名或者职务有误',
    remedy: '按现行名称和任职改正；引用历史情况的，写明“原”“时任”。',
    reviewer: '对照单位名录和任职人员。名录过时的，先更新名录。同名同姓的、外地单位的不算错误。',
  },
  page: {
    why: '写错单位和人名，既失实也失礼；沿用已撤并单位的名称会让群众找错门。',
    looksAt: '本地区单位名录中各单位名称的近似写法、停用之后仍在使用的曾用名、职务旁写错的姓名、离任之后仍称现职的人员。',
    limits:
      '只对照办公室登记的名录；没有登记的单位和人员不看。文章发布在停用、离任之前的不算，写明“原”“时任”的不算；外地单位和各单位的简称不算。',
    fires: ['2021年6月30日停用的“县扶贫办”，2024年的文章仍在使用。', '任职人员王小明写成“局长王小名”。'],
    passes: ['“原县扶贫办”。', '“时任局长”。', '“南康区民政局”。'],
  },
  judge({ subject: { site }, facts }) {
    return textErrorResult(site.id, facts, 'text_error', ({ layer }) => layer === 'L2');
  },
});
