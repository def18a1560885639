import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named, periodId } from '../fields.ts';
import { rangeOnly } from '../ranged.ts';
import { OVERSEERS } from '../who.ts';

export const picturesScores = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/scores',
  title: '网站整体评分：排名、与上期比较、拟表扬的网站；全市则各地区的网站一起排名',
  who: OVERSEERS,
  input: z.object({ areaId: id, ...rangeOnly, period: periodId.optional() }),
  output: z.object({
    period: z.object({ id: z.string(), label: z.string(), cutoff: date }).nullable(),
    /** The period before, where it was reckoned. */
    previous: z.object({ id: z.string(), label: z.string() }).nullable(),
    /** Proposed are the first so many places of each kind with at least its `leastScore`, ties included. */
    praisedPlaces: count,
    /** The areas looked at; `cutoff` null where the area has not reckoned the period. */
    areas: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        cutoff: date.nullable(),
        sites: count,
        /** Sites that were given a total, and its mean to a tenth. */
        scored: count,
        mean: z.number().nullable(),
        rate: z.object({ base: count, passing: count, percent: z.number().nullable() }),
      }),
    ),
    /** Sites of one kind that were judged by the same indicators. */
    kinds: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        sheet: named,
        leastScore: z.number(),
        /** Highest first; those without a score last. */
        rows: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            area: named,
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
