import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'ipv6',
  version: 1,
  clauses: ['DD-4.6'],
  category: 'ipv6_missing',
  title: 'IPv6改造',
  question: '网站能否通过IPv6访问？',
  answers: foundOrNot([{ item: 'ipv6', label: '不能访问' }]),
  proof: '检测时间、检测工具及结果截图。',
  reviewer: '在有IPv6的网络中查看；本系统所在网络不一定有IPv6。',
});
