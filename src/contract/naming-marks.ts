import { z } from 'zod';
import { date, named } from './fields.ts';

/** 待点名单位: who is to be named in the next notice, who was named or let off. */
export const namingMarksAnswer = z.object({
  faults: z.array(named),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      fault: named,
      reason: z.string(),
      markedOn: date,
      markedBy: z.string(),
      namedIn: z.object({ noticeId: z.string(), title: z.string() }).nullable(),
      lifted: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});
