import { z } from 'zod';
import { cardDetail } from '../core/card-detail.ts';
import { count, date, id, list, named, periodId } from './fields.ts';

/** Shapes of 人工检查. */
export const MOST_CLEAN = 500;

/** What narrows the list of cards due. */
export const cardsAsked = {
  areaId: id,
  period: periodId.optional(),
  /** How many channels are drawn, by the seed of the period; absent: all. */
  sample: z.coerce.number('应为数字').int('应为整数').min(1, '至少抽取 1 个').max(10_000, '没有这么多').optional(),
  clause: list,
  unit: list,
  channel: list,
  answered: z.enum(['yes', 'no']).optional(),
};

const answerLine = z.object({
  id: z.string(),
  value: z.string(),
  label: z.string(),
  at: z.string(),
  person: z.string(),
  looked: z.string(),
  details: z.array(cardDetail),
});

export const cardRow = z.object({
  card: z.object({ id: z.string(), title: z.string() }),
  clause: z.string(),
  channel: z.object({ id: z.string(), name: z.string(), kindName: z.string(), url: z.string().nullable() }),
  unit: z.object({ id: z.string(), name: z.string() }),
  /** Its answer that nothing was found, where several channels may be answered at once. */
  clean: z.string().nullable(),
  answer: answerLine.nullable(),
  standing: named.extend({ reason: z.string().nullable() }),
});

export const cardsAnswer = z.object({
  period: z.object({ id: z.string(), label: z.string(), from: date, to: date }),
  today: date,
  /** Answers are taken: today lies in the period. */
  open: z.boolean(),
  sample: z.object({ drawn: count, of: count, seed: z.string() }).nullable(),
  due: count,
  answered: count,
  clauses: z.array(named),
  units: z.array(named),
  total: count,
  page: count,
  size: count,
  rows: z.array(cardRow),
});

export const cardAnswer = cardRow.extend({
  open: z.boolean(),
  basis: z.string(),
  question: z.string(),
  proof: z.string(),
  reviewer: z.string(),
  needsPicture: z.boolean(),
  needsService: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: z.string(), blames: z.boolean() })),
  history: z.array(answerLine),
});
