import { z } from 'zod';
import { id, wordsAsked } from './fields.ts';

/** What narrows and orders 通报要求落实, on the page and in its workbook. */
export const tasksAsked = {
  ...{ areaId: id, q: wordsAsked, notice: id.optional() },
  ...{ state: z.enum(['open', 'late', 'done']).optional(), sort: z.enum(['due', 'unit', 'notice']).default('due') },
};

/** A requirement of an issued notice as it stands for one addressee. */
export const noticeTask = z.object({
  noticeId: z.string(),
  notice: z.string(),
  paragraphId: z.string(),
  addressee: z.string(),
  heading: z.string(),
  text: z.string(),
  dueOn: z.string().nullable(),
  /** Counted in a year whose holidays are not published yet. */
  provisional: z.boolean(),
  overdue: z.boolean(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
  /** 协助单位: units that see the requirement and help with it. */
  helpers: z.array(z.object({ id: z.string(), name: z.string() })),
});
