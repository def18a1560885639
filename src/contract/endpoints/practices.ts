import { z } from 'zod';
import { calendarPeriod, ofPeriod } from '../calendar-period.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const practices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/practices',
  title: '优质作品和表扬建议',
  who: OVERSEERS,
  input: ofPeriod,
  output: z.object({
    period: calendarPeriod,
    proposals: z.array(
      z.object({
        accountId: z.string(),
        name: z.string(),
        platformName: z.string(),
        quarter: z.string(),
        forms: z.array(z.string()),
        works: count,
      }),
    ),
    works: z.array(
      z.object({
        accountId: z.string(),
        name: z.string(),
        platformName: z.string(),
        date,
        form: z.string(),
        title: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
  }),
});
