import { z } from 'zod';
import { OVERSEERS_AND_UNIT, year } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';

export const statements = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/statements',
  title: '网站、账号的责任人和年度责任书',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id, year: year.optional() }),
  output: z.object({
    year: count,
    day: date,
    duties: z.array(z.string()),
    counts: z.array(named.extend({ count })),
    rows: z.array(
      z.object({
        channelId: z.string(),
        name: z.string(),
        kindName: z.string(),
        unit: z.object({ id: z.string(), name: z.string() }),
        state: named,
        person: z.string().nullable(),
        proposed: z.string().nullable(),
        post: z.string().nullable(),
        phone: z.string().nullable(),
        signedOn: date.nullable(),
        signedBy: z.string().nullable(),
        onPaper: z.boolean(),
      }),
    ),
  }),
});
