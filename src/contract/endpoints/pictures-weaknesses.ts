import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named, periodId } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const picturesWeaknesses = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/weaknesses',
  title: '薄弱环节：列出而不影响检查结果的提醒',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, period: periodId.optional() }),
  output: z.object({
    period: z.object({ id: z.string(), label: z.string() }).nullable(),
    judgedOn: date.nullable(),
    total: count,
    channels: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.enum(['site', 'account']),
        kindName: z.string(),
        unit: z.object({ id: z.string(), name: z.string() }),
        verdict: named.nullable(),
        lines: z.array(z.object({ category: named, text: z.string(), url: z.string().nullable() })),
      }),
    ),
  }),
});
