import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'account-backlash',
  version: 1,
  clauses: ['MV-1.4'],
  category: 'public_backlash',
  title: '因新媒体内容引发负面舆情',
  question: '是否因发布内容不当引发严重负面舆情？',
  answers: foundOrNot([{ item: null, label: '引发严重负面舆情' }]),
  proof: '舆情报告或者主管部门通报，及原内容截图。',
  reviewer: '由办公室登记，不由机器判断。',
});
