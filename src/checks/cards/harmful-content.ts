import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'harmful-content',
  version: 1,
  clauses: ['SV-1.3', 'MV-1.3'],
  category: 'harmful_content',
  title: '发布或链接有害内容',
  question: '是否发布或者链接到反动、暴力、色情等内容？',
  answers: foundOrNot([{ item: null, label: '发现有害内容或者链接' }]),
  proof: '所在页面和链接目标的截图、地址、时间。',
  reviewer: '重点看外链：域名过期被他人注册的、暗链。',
});
