import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'service-offered',
  version: 1,
  clauses: ['SV-6.1'],
  category: 'service_poor',
  title: '办事服务',
  question: '网站是否提供办事服务？',
  answers: foundOrNot([{ item: null, label: '没有提供办事服务' }]),
  proof: '首页及服务栏目截图。',
  reviewer: '没有对外服务职能的单位不检查。',
});
