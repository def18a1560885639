import { z } from 'zod';
import { calendarPeriod, ofPeriod } from '../calendar-period.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const activities = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/activities',
  title: '活动及其发布情况',
  who: OVERSEERS,
  input: ofPeriod,
  output: z.object({
    period: calendarPeriod,
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        place: z.string().nullable(),
        /** The leading body and the official by post; the name only where it was kept. */
        host: z.object({ body: z.string().nullable(), post: z.string().nullable(), name: z.string().nullable() }).nullable(),
        date,
        unitName: z.string().nullable(),
        posts: z.array(z.object({ accountId: z.string(), title: z.string(), date, url: z.string().nullable() })),
        /** null: too early to say, or no account was collected. */
        lacking: z.boolean().nullable(),
        unseenAccounts: count,
      }),
    ),
    lacking: count,
  }),
});
