import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

const rate = z.object({ base: count, passing: count, percent: z.number().nullable() });

export const areasBelow = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/areas-below',
  title: '本级和所辖各地区的问题和最近一期结果',
  who: OVERSEERS,
  machine: 'read',
  input: z.object({ areaId: id }),
  output: z.object({
    /** Days that `soon` looks ahead, today not counted. */
    soonDays: count,
    /** The area of the address first, then all below it; each counts only its own, so that they add up. */
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Units that are not sub-units of another; with none there is nothing to count. */
        units: count,
        /** Problems in the stock; of them late, due soon, waiting to be handed over, for the answer to a dispute, for a recheck. */
        open: count,
        late: count,
        soon: count,
        toHandOver: count,
        disputed: count,
        toRecheck: count,
        /** The newest that was reckoned. */
        period: z.object({ id: z.string(), label: z.string(), cutoff: date, site: rate, account: rate }).nullable(),
      }),
    ),
  }),
});
