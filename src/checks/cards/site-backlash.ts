import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'site-backlash',
  version: 1,
  clauses: ['SV-1.6'],
  category: 'public_backlash',
  title: '因网站引发负面舆情',
  question: '是否因网站建设管理不当引发严重负面舆情？',
  answers: foundOrNot([{ item: null, label: '引发严重负面舆情' }]),
  proof: '舆情报告或者主管部门通报。',
  reviewer: '由办公室登记，不由机器判断。',
});
