import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'leader-information',
  version: 1,
  clauses: ['DD-1.3'],
  category: 'content_wrong',
  title: '领导信息',
  question: '领导信息栏目是否开设，姓名、职务、简历是否齐全准确？',
  answers: foundOrNot([
    { item: 'absent', label: '没有开设' },
    { item: 'wrong', label: '缺失或者有错误' },
  ]),
  proof: '页面截图，写明缺失、错误之处。',
  reviewer: '人事变动之后及时核对。',
});
