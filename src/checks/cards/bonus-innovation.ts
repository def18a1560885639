import { defineCard, MET_OR_NOT } from '../define-card.ts';

export const card = defineCard({
  id: 'bonus-innovation',
  version: 1,
  clauses: ['BN-6'],
  category: null,
  title: '创新发展加分',
  question: '是否有创新做法并得到认可？',
  answers: MET_OR_NOT,
  proof: '认可文件、通报或者推广材料。',
  reviewer: '由单位申报，办公室核实。',
});
