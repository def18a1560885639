import { defineCard, MET_OR_NOT } from '../define-card.ts';

export const card = defineCard({
  id: 'bonus-services',
  version: 1,
  clauses: ['BN-3'],
  category: null,
  title: '办事服务加分',
  question: '服务能否在线办理、查询？',
  answers: MET_OR_NOT,
  proof: '办理入口地址及办理过程截图。',
  reviewer: '由单位申报，办公室核实。',
});
