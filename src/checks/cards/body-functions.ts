import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'body-functions',
  version: 1,
  clauses: ['DD-1.2'],
  category: 'content_wrong',
  title: '机构职能',
  question: '机构职能栏目是否开设、内容是否准确？',
  answers: foundOrNot([
    { item: 'absent', label: '没有开设' },
    { item: 'wrong', label: '有错误' },
  ]),
  proof: '页面截图，写明错误之处与正确内容。',
  reviewer: '与“三定”规定及底册中的地址、电话核对。',
});
