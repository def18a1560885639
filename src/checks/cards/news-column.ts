import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'news-column',
  version: 1,
  clauses: ['DD-1.4'],
  category: 'not_disclosed',
  title: '动态要闻栏目',
  question: '是否开设动态要闻类栏目？',
  answers: foundOrNot([{ item: 'absent', label: '没有开设' }]),
  proof: '首页及栏目导航截图。',
  reviewer: '是否按时更新由机器检查，此处只看有没有开设。',
});
