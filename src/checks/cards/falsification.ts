import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'falsification',
  version: 1,
  clauses: ['SV-1.5'],
  category: 'falsification',
  title: '弄虚作假',
  question: '是否有伪造发稿日期等弄虚作假行为？',
  answers: foundOrNot([{ item: null, label: '发现弄虚作假' }]),
  proof: '同一信息前后两次留存的页面，能看出首次出现日期与标注日期不符。',
  reviewer: '以本系统首次看到该信息的时间为参考；迁移、补录历史信息的不算。',
});
