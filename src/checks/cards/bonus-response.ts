import { defineCard, MET_OR_NOT } from '../define-card.ts';

export const card = defineCard({
  id: 'bonus-response',
  version: 1,
  clauses: ['BN-2'],
  category: null,
  title: '解读回应加分',
  question: '是否设有回应关切栏目并有内容？',
  answers: MET_OR_NOT,
  proof: '栏目地址。',
  reviewer: '由单位申报，办公室核实。',
});
