import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'account-interaction',
  version: 1,
  clauses: ['MV-3.1'],
  category: 'interaction_poor',
  title: '新媒体互动功能',
  question: '账号是否提供有效的互动功能？',
  answers: foundOrNot([{ item: null, label: '没有有效互动功能' }]),
  proof: '账号主页、菜单、评论设置截图。',
  reviewer: '评论、私信、菜单中有一种有效即可。',
});
