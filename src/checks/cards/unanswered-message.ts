import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'unanswered-message',
  version: 1,
  clauses: ['SV-5.2'],
  category: 'interaction_poor',
  title: '超期未回应留言',
  question: '近1年内有没有超过3个月未回应的有效留言？',
  answers: foundOrNot([{ item: null, label: '有超过3个月未回应的有效留言' }]),
  proof: '留言编号、提交日期、截至查看日的状态。',
  reviewer: '最好用后台导出的留言清单：未回应的留言前台多半看不到。',
});
