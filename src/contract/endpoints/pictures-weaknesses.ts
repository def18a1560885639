import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named, periodId } from '../fields.ts';
import { rangeOnly } from '../ranged.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const picturesWeaknesses = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/weaknesses',
  title: '薄弱环节：列出而不影响检查结果的提醒；全市则每个地区一行',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, ...rangeOnly, period: periodId.optional() }),
  output: z.object({
    period: z.object({ id: z.string(), label: z.string() }).nullable(),
    judgedOn: date.nullable(),
    total: count,
    categories: z.array(named.extend({ count })),
    /** Of the whole range: how many of each category the page of each area lists; else none. */
    areas: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** False where the period that was asked for was never reckoned. */
        isReckoned: z.boolean(),
        period: z.object({ id: z.string(), label: z.string() }).nullable(),
        judgedOn: date.nullable(),
        total: count,
        channels: count,
        counts: z.record(z.string(), count),
      }),
    ),
    /** None of the whole range. */
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
