import { z } from 'zod';
import { date, named } from './fields.ts';

/** 报送日历: reports an area owes, late ones first. */
export const reportCalendarAnswer = z.object({
  today: date,
  rows: z.array(
    z.object({
      duty: z.string(),
      name: z.string(),
      period: z.object({ id: z.string(), label: z.string() }),
      due: date,
      /** Why the due day is only provisional. */
      note: z.string().nullable(),
      state: named,
      /** `noticeId` is null for what was issued elsewhere. */
      issued: z.object({ on: date, title: z.string(), noticeId: z.string().nullable(), late: z.boolean() }).nullable(),
    }),
  ),
});
