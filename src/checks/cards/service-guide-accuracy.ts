import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'service-guide-accuracy',
  version: 1,
  clauses: ['DD-2.4'],
  category: 'content_wrong',
  title: '办事内容准确',
  question: '抽查事项的电话、地址、材料、时间是否准确？',
  answers: foundOrNot([{ item: 'wrong', label: '有错误' }]),
  proof: '拨打电话的时间、结果，或者窗口核实记录。',
  reviewer: '由专人拨打，避开午休。',
});
