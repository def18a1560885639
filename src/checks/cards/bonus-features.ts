import { defineCard, MET_OR_NOT } from '../define-card.ts';

export const card = defineCard({
  id: 'bonus-features',
  version: 1,
  clauses: ['BN-5'],
  category: null,
  title: '功能设计加分',
  question: '是否提供智能检索、一号登录、个性化、多语种、无障碍等功能？',
  answers: MET_OR_NOT,
  proof: '各功能的使用截图。',
  reviewer: '由单位申报，办公室核实。',
});
