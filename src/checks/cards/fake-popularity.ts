import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'fake-popularity',
  version: 1,
  clauses: ['MV-3.2'],
  category: 'falsification',
  title: '购买粉丝、强制点赞',
  question: '是否有购买粉丝、强制要求群众下载、点赞、转发等行为？',
  answers: foundOrNot([{ item: null, label: '发现此类行为' }]),
  proof: '举报材料、通知文件或者采购记录。',
  reviewer: '由办公室登记，不由机器判断。',
});
