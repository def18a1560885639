import { defineCard, foundOrNot } from '../define-card.ts';

export const card = defineCard({
  id: 'message-answer',
  version: 1,
  clauses: ['DD-3.3'],
  category: 'interaction_poor',
  title: '办理答复',
  question: '测试咨询是否按时、认真答复？',
  answers: foundOrNot([
    { item: 'late', label: '5个工作日内没有答复' },
    { item: 'evasive', label: '答复敷衍、推诿' },
  ]),
  proof: '咨询内容、提交和答复时间、答复全文。',
  reviewer: '由专人提出简单咨询。',
});
