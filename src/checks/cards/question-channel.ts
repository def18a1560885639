import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'question-channel',
  version: 1,
  clauses: ['SV-5.1'],
  category: 'interaction_poor',
  title: '网上咨询建言渠道',
  question: '网站是否提供有效的网上咨询建言渠道？',
  answers: foundOrNot([{ item: null, label: '没有有效渠道' }]),
  proof: '渠道页面截图，或者遍查首页、互动栏目未见的说明。',
  reviewer: '网上信访、纪检举报不算咨询建言渠道。由专人试提交，每期最多一次。',
});
