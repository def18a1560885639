import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'service-statistics',
  version: 1,
  clauses: ['DD-2.2'],
  category: 'service_poor',
  title: '办事统计数据',
  question: '是否公布办事统计数据并按时更新？',
  answers: foundOrNot([
    { item: 'absent', label: '没有公布' },
    { item: 'stale', label: '3个月内未更新' },
  ]),
  proof: '数据页面截图及数据日期。',
  reviewer: '看最新一期数据的截止日期。',
});
