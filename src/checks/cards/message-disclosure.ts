import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'message-disclosure',
  version: 1,
  clauses: ['DD-3.2'],
  category: 'interaction_poor',
  title: '留言公开',
  question: '留言及答复是否公开并更新，有没有统计数据？',
  answers: foundOrNot([
    { item: 'absent', label: '没有公开' },
    { item: 'stale', label: '2个月内没有新公开的答复' },
    { item: 'statistics', label: '没有公布统计数据' },
  ]),
  proof: '公开页面截图及最新答复日期。',
  reviewer: '看最新一条答复的日期，不是留言的日期。',
});
