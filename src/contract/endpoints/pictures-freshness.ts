import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { rangeOnly } from '../ranged.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const picturesFreshness = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/freshness',
  title: '栏目新鲜度：单位和栏目交叉，按距更新时限的天数',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, ...rangeOnly, by: z.enum(['class', 'name']).default('class') }),
  output: z.object({
    today: date,
    judgedOn: date.nullable(),
    states: z.array(named.extend({ count })),
    kinds: z.array(named.extend({ count })),
    /** Of the whole range these are the areas. */
    units: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        group: z.string().nullable(),
        /** Told by the worst of `columns`; `daysLeft` is that one's, negative when past. */
        cells: z.array(
          z.object({
            kind: z.string(),
            state: z.string(),
            daysLeft: z.number().int().nullable(),
            columns: count,
            overdue: count,
            empty: count,
            soon: count,
            unknown: count,
          }),
        ),
      }),
    ),
  }),
});
