import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'domain-name',
  version: 1,
  clauses: ['DD-4.1'],
  category: 'domain_irregular',
  title: '域名名称',
  question: '域名和网站名称是否规范？',
  answers: foundOrNot([
    { item: 'domain', label: '域名不规范' },
    { item: 'name', label: '名称不规范' },
  ]),
  proof: '首页截图及域名。',
  reviewer: '门户为 www.□□□.gov.cn；名称以行政区划或者机构名称命名。',
});
