import { z } from 'zod';
import { calendarPeriod, ofPeriod } from '../calendar-period.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const matrices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/matrices',
  title: '新媒体矩阵：同一条信息发到了哪些平台',
  who: OVERSEERS,
  input: ofPeriod,
  output: z.object({
    period: calendarPeriod,
    channels: z.array(z.object({ id: z.string(), name: z.string(), kindName: z.string(), unitName: z.string() })),
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        savedBy: z.string(),
        savedAt: z.string(),
        channelIds: z.array(z.string()),
        members: z.array(z.object({ id: z.string(), seen: z.boolean(), items: count, missing: count })),
        /** Items on one part only, and on two or more. */
        alone: count,
        shared: count,
        items: z.array(
          z.object({
            title: z.string(),
            firstOn: date,
            /** `lag` in days after the first. */
            on: z.array(z.object({ channelId: z.string(), lag: count, date, url: z.string().nullable() })),
            missing: z.array(z.string()),
            /** Nothing was collected of these. */
            unseen: z.array(z.string()),
          }),
        ),
      }),
    ),
  }),
});
