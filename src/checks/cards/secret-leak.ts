import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'secret-leak',
  version: 1,
  clauses: ['SV-1.2', 'MV-1.2'],
  category: 'secret_leak',
  title: '泄露国家秘密',
  question: '本期内容中是否有泄露国家秘密的情况？',
  answers: foundOrNot([{ item: null, label: '发现泄密情况' }]),
  proof: '保密部门的认定意见；不得把涉密内容本身存入本系统。',
  withoutPictures: true,
  reviewer: '只登记事实和认定文号。机器不对此作任何判断。',
});
