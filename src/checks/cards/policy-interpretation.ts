import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'policy-interpretation',
  version: 1,
  clauses: ['DD-1.6'],
  category: 'interpretation_missing',
  title: '政策解读',
  question: '政策解读栏目、抽查文件的解读是否符合要求？',
  answers: foundOrNot([
    { item: 'absent', label: '没有开设栏目' },
    { item: 'missing', label: '抽查的文件没有解读' },
    { item: 'unlinked', label: '文件与解读没有相互关联' },
    { item: 'forms', label: '非文字形式比例不足' },
  ]),
  proof: '抽查文件清单及各自解读的地址。',
  reviewer: '以本单位名义印发的文件中抽查；双向关联都要点开看。',
});
