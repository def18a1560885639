import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'security-accident',
  version: 1,
  clauses: ['SV-1.4'],
  category: 'security_accident',
  title: '安全事故',
  question: '是否因对攻击没有及时有效处置造成严重安全事故？',
  answers: foundOrNot([{ item: null, label: '发生严重安全事故' }]),
  proof: '事件报告或者主管部门通报。',
  reviewer: '页面被篡改、挂马而及时处置的，不算。',
});
