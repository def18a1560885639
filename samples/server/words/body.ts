import { addDays, type CalendarDate, chineseDate } from '../../../src/core/date.ts';
import { between, pick, type Random } from '../random.ts';

const OPENINGS = ['会议指出', '据了解', '活动现场', '检查组要求', '下一步', '工作中', '针对存在的问题'];
const MIDDLES = [
  '要进一步压实责任，细化任务清单，确保各项措施落到实处',
  '坚持问题导向，逐项对照检查，及时整改到位',
  '通过发放资料、现场讲解等方式，向群众介绍相关政策',
  '加强部门协作，形成工作合力，提高服务效率',
  '完善工作台账，做到底数清、情况明',
  '认真听取意见建议，优化办理流程，方便企业和群众办事',
];
const ENDINGS = ['取得了良好效果。', '得到了群众好评。', '为后续工作打下基础。', '确保工作有序推进。'];

/**
 * Paragraphs of an item. The first names a day shortly before publication and one in the future, as real items do:
 * neither is the day of publication.
 */
export function bodyOf(random: Random, office: string, topic: string, date: CalendarDate): string[] {
  const held = chineseDate(addDays(date, -between(random, 1, 4))).slice(5);
  const ahead = chineseDate(addDays(date, between(random, 20, 60)));
  const first = `${held}，${office}围绕${topic}开展工作。${pick(random, OPENINGS)}，${pick(random, MIDDLES)}。有关安排持续到${ahead}。`;
  const more = Array.from(
    { length: between(random, 1, 3) },
    () => `${pick(random, OPENINGS)}，${pick(random, MIDDLES)}，${pick(random, ENDINGS)}`,
  );
  return [first, ...more];
}
