import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const picturesUnits = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/units',
  title: '单位状态图：每个单位一格',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id }),
  output: z.object({
    today: date,
    /** Day of the last judgement; null when nothing was judged yet. */
    judgedOn: date.nullable(),
    /** The worst first, those nobody is in with 0. */
    states: z.array(named.extend({ count })),
    /** 乡镇, 县直部门 …, in printing order. */
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
