import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'overview-information',
  version: 1,
  clauses: ['DD-1.1'],
  category: 'content_wrong',
  title: '概况信息',
  question: '概况信息栏目是否开设、内容是否准确及时？',
  answers: foundOrNot([
    { item: 'absent', label: '没有开设' },
    { item: 'wrong', label: '更新不及时或者有错误' },
  ]),
  proof: '页面截图，写明错误之处与正确内容。',
  reviewer: '行政区划、人口、经济数据与最新公报核对。',
});
