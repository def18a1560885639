import { z } from 'zod';

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
