import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'service-forms',
  version: 1,
  clauses: ['DD-2.5'],
  category: 'service_poor',
  title: '表格样表',
  question: '办事所需表格能否取得，有没有样表？',
  answers: foundOrNot([
    { item: 'absent', label: '没有提供表格' },
    { item: 'sample', label: '没有样表或者填表说明' },
    { item: 'download', label: '不能下载' },
  ]),
  proof: '指南地址及下载结果。',
  reviewer: '能打开且内容正确才算。',
});
