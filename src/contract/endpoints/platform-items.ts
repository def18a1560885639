import { z } from 'zod';
import { calendarPeriod, ofPeriod } from '../calendar-period.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const platformItems = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/platform-items',
  title: '政府信息公开平台的信息',
  who: OVERSEERS,
  input: ofPeriod,
  output: z.object({
    period: calendarPeriod,
    total: count,
    withoutUnit: count,
    units: z.array(z.object({ id: z.string(), name: z.string(), count })),
    rows: z.array(
      z.object({
        day: date,
        unitId: z.string().nullable(),
        title: z.string(),
        sourceId: z.string().nullable(),
        indexNumber: z.string().nullable(),
        column: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
  }),
});
