import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { decision, done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const noticeIssue = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/issue',
  title: '印发已审核的通报',
  who: OFFICE,
  /** `form`: a Word form of the office the notice is written in beside the usual ones. */
  input: decision.extend({
    form: id.nullable().default(null),
    /** 印发日期 where the draft has none; null: today, or the day of signing where it is later. */
    printedDate: date.nullable().default(null),
    /** Objections without an answer it is issued despite, each by its key and with a reason of its own, kept with the notice. */
    despite: z
      .array(
        z.object({
          key: z.string().min(1).max(200),
          reason: z.string().trim().min(1, '请写明有异议仍予印发的理由').max(500, '理由不能超过 500 字'),
        }),
      )
      .min(1)
      .max(5000)
      .nullable()
      .default(null),
  }),
  output: done,
});
