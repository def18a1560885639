import { z } from 'zod';
import { defineCheck } from './define.ts';
import { textErrorResult } from './lib/text-errors.ts';

/** 严重表述错误 (seeds Q02-Q04), 国办秘函〔2019〕19号 单项否决. */
export const check = defineCheck({
  id: 'official-wording',
  version: 1,
  clause: 'SV-1.1',
  subject: 'site',
  needs: ['proof'],
  options: z.strictObject({}),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '严重表述错误',
    line: '国家、政党、领导人或者固定政治表述有误',
    remedy: '立即改正，或者先撤下页面；同一写法在其他页面上的一并改正。',
    reviewer: '对照原文核实。引用他人原话、历史文献原文的不算；拿不准的不要确认。',
  },
  page: {
    why: '一处严重表述错误即单项否决，也最容易造成不良影响，须当天有人看到。',
    looksAt:
      '页面文字与规范表述表逐条比对：形近音近字、漏字、多字、颠倒、两个表述串写。表中列为一级的（国家、政党、领导人、核心表述）归入本项，其余归入“文字错误”。',
    limits:
      '只提出疑似，经人工确认才算数；结账前没有确认的，不能结账。征求意见、来信、网民留言和大段引文不看。已认定不是错误的写法不再提出。',
    fires: ['“习近平新时代中国特色社会主义思想法治思想”（两个表述串写）。', '复核人确认的一级错误。'],
    passes: ['“习近平法治思想”。', '“习近平新时代中国特色社会主义思想”。', '复核人认定不是错误的写法。'],
  },
  judge({ subject: { site }, facts }) {
    return textErrorResult(
      site.id,
      facts,
      'serious_misstatement',
      ({ layer, severity, kind }) => layer === 'L1' && severity === 1 && kind !== 'off-topic',
    );
  },
});
