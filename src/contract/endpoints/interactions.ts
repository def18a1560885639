import { z } from 'zod';
import { calendarPeriod, ofPeriod } from '../calendar-period.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

/** `text` as a notice prints it: 4500余; null where nobody stated a figure. */
const counts = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    count: z.object({ value: count, atLeast: z.boolean() }).nullable(),
    text: z.string().nullable(),
  }),
);

export const interactions = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/interactions',
  title: '账号互动情况',
  who: OVERSEERS,
  input: ofPeriod,
  output: z.object({
    period: calendarPeriod,
    rows: z.array(z.object({ id: z.string(), name: z.string(), platformName: z.string(), counts })),
    totals: counts,
  }),
});
