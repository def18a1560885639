import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'policy-column',
  version: 1,
  clauses: ['DD-1.5'],
  category: 'not_disclosed',
  title: '政策文件栏目',
  question: '是否开设政策文件类栏目？',
  answers: foundOrNot([{ item: 'absent', label: '没有开设' }]),
  proof: '首页及栏目导航截图。',
  reviewer: '是否按时更新由机器检查，此处只看有没有开设。',
});
