import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'service-display',
  version: 1,
  clauses: ['DD-2.1'],
  category: 'service_poor',
  title: '事项公开',
  question: '办事事项是否集中分类展示？',
  answers: foundOrNot([
    { item: 'scattered', label: '没有集中分类展示' },
    { item: 'empty', label: '分类下没有内容' },
  ]),
  proof: '服务入口页面截图。',
  reviewer: '逐个分类点开。',
});
