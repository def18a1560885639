import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'service-guide-elements',
  version: 1,
  clauses: ['SV-6.2'],
  category: 'service_guide_incomplete',
  title: '办事指南重点要素',
  question: '缺少4类及以上重点要素的办事指南是否达到5个？',
  answers: foundOrNot([{ item: null, label: '达到5个' }]),
  proof: '逐个事项列出缺少的要素和页面地址。',
  reviewer: '要素包括事项名称、设定依据、申请条件、办理材料、办理地点、办理时间、联系电话、办理流程。个数须先与官方文本核对。',
});
