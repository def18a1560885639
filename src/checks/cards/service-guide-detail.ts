import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'service-guide-detail',
  version: 1,
  clauses: ['DD-2.3'],
  category: 'service_guide_incomplete',
  title: '办事指南要素',
  question: '抽查事项的办事指南要素是否齐全、材料名称是否明确？',
  answers: foundOrNot([
    { item: 'element', label: '缺少要素' },
    { item: 'vague', label: '材料表述含糊' },
  ]),
  proof: '抽查事项清单、指南地址、缺少的要素。',
  reviewer: '“有关材料”“其他材料”“等”视为含糊。',
});
