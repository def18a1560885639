import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'message-submit',
  version: 1,
  clauses: ['DD-3.1'],
  category: 'interaction_poor',
  title: '信息提交',
  question: '注册用户能否提交咨询？',
  answers: foundOrNot([{ item: 'submit', label: '不能提交' }]),
  proof: '提交过程截图。',
  reviewer: '由专人测试，每期最多一次，不得由无人值守的程序提交。',
});
