import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'site-search',
  version: 1,
  clauses: ['DD-4.4'],
  category: 'search_poor',
  title: '搜索功能',
  question: '抽查已发布信息，能否用网站搜索找到？',
  answers: foundOrNot([{ item: 'missed', label: '搜索不到' }]),
  proof: '搜索词、应有结果的地址、搜索结果页截图。',
  reviewer: '用完整标题搜，看第一页结果。',
});
