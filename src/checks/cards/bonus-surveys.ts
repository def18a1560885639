import { defineCard, MET_OR_NOT } from '../define-card.ts';

export const card = defineCard({
  id: 'bonus-surveys',
  version: 1,
  clauses: ['BN-4'],
  category: null,
  title: '互动交流加分',
  question: '是否有在线调查征集渠道，近1年不少于6次？',
  answers: MET_OR_NOT,
  proof: '各次调查征集的地址和日期。',
  reviewer: '只收电子邮件的不算在线渠道。',
});
