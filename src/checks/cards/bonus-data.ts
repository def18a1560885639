import { defineCard, MET_OR_NOT } from '../define-card.ts';

export const card = defineCard({
  id: 'bonus-data',
  version: 1,
  clauses: ['BN-1'],
  category: null,
  title: '信息发布加分',
  question: '数据发布、数据开放栏目是否及时更新？',
  answers: MET_OR_NOT,
  proof: '栏目地址及最新数据日期。',
  reviewer: '由单位申报，办公室核实。',
});
