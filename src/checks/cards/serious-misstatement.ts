import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'serious-misstatement',
  version: 1,
  clauses: ['SV-1.1', 'MV-1.1'],
  category: 'serious_misstatement',
  title: '严重表述错误',
  question: '本期内容中是否出现严重表述错误？',
  answers: foundOrNot([{ item: null, label: '发现严重表述错误' }]),
  proof: '错误所在页面的截图和地址，标出原文与应为文字。',
  reviewer: '包括领导人姓名、职务、排序，国家、政党名称，固定政治表述，领土主权表述。普通错别字不在此列。',
});
