import { z } from 'zod';
import { calendarPeriod, ofPeriod } from '../calendar-period.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

const published = { title: z.string(), date, url: z.string().nullable() };

export const sync = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/sync',
  title: '门户网站与新媒体账号同步公开的情况',
  who: OVERSEERS,
  input: ofPeriod,
  output: z.object({
    period: calendarPeriod,
    windowDays: count,
    portals: z.array(z.object({ id: z.string(), name: z.string() })),
    undated: count,
    items: z.array(
      z.object({
        ...published,
        /** A cut title that could be several posts: a person decides. */
        unsure: z.boolean(),
        /** `lag` in days from portal to account; negative when the account was first. */
        on: z.array(z.object({ accountId: z.string(), ...published, lag: z.number().int(), likeness: z.enum(['equal', 'near', 'cut']) })),
      }),
    ),
    accounts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        platformName: z.string(),
        /** False: nothing was collected of it, so nothing is concluded. */
        seen: z.boolean(),
        posts: count,
        matched: count,
        medianLag: z.number().int().nullable(),
        accountOnly: z.array(z.object(published)),
      }),
    ),
    madeOn: date,
  }),
});
