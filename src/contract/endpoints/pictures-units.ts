import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { rangeOnly } from '../ranged.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const picturesUnits = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/units',
  title: '单位状态图：每个单位一格；全市则每个地区一行',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, ...rangeOnly }),
  output: z.object({
    today: date,
    /** Day of the last judgement; null when nothing was judged yet. */
    judgedOn: date.nullable(),
    /** The worst first, those nobody is in with 0. */
    states: z.array(named.extend({ count })),
    /** Of the whole range: each area with how many of its units are in each state; else none. */
    areas: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        judgedOn: date.nullable(),
        units: count,
        open: count,
        late: count,
        states: z.record(z.string(), count),
      }),
    ),
    /** 乡镇, 县直部门 …, in printing order; none of the whole range. */
    groups: z.array(
      z.object({
        name: z.string(),
        units: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            printedName: z.string(),
            /** The unit it belongs to. */
            parent: z.string().nullable(),
            state: named,
            /** Problems in the stock, and those of them past their last permitted day. */
            open: count,
            late: count,
            /** Sites and accounts, and those of which the last judgement could say anything. */
            channels: count,
            judged: count,
          }),
        ),
      }),
    ),
  }),
});
