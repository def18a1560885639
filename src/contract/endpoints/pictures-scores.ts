import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named, periodId } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const picturesScores = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/scores',
  title: '网站整体评分：排名、与上期比较、拟表扬的网站',
  who: OVERSEERS,
  input: z.object({ areaId: id, period: periodId.optional() }),
  output: z.object({
    period: z.object({ id: z.string(), label: z.string(), cutoff: date }).nullable(),
    /** The period before, where it was reckoned. */
    previous: z.object({ id: z.string(), label: z.string() }).nullable(),
    /** Proposed are the first so many places of each kind with at least so many points, ties included. */
    praise: z.object({ places: count, leastScore: z.number() }),
    kinds: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        /** Highest first; those without a score last. */
        rows: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            unit: z.object({ id: z.string(), name: z.string() }),
            place: count.nullable(),
            score: z.number().nullable(),
            noScore: z.string().nullable(),
            verdict: named,
            inBase: z.boolean(),
            praised: z.boolean(),
            /** Score and place among the same sites in the period before. */
            before: z.object({ score: z.number(), place: count.nullable() }).nullable(),
          }),
        ),
      }),
    ),
  }),
});
