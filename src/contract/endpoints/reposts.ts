import { z } from 'zod';
import { calendarPeriod, ofPeriod } from '../calendar-period.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, named } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const reposts = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/reposts',
  title: '重要信息转载的情况',
  who: OVERSEERS,
  input: ofPeriod,
  output: z.object({
    period: calendarPeriod,
    channels: z.array(z.object({ id: z.string(), name: z.string(), kindName: z.string() })),
    rows: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        origin: z.string().nullable(),
        publishedOn: date,
        due: z.string(),
        counts: z.array(named.extend({ count })),
        /** `on`: day of the repost; lists show days, no times. */
        channels: z.array(z.object({ channelId: z.string(), state: named, on: date.nullable() })),
      }),
    ),
  }),
});
