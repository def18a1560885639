import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const keySweeps = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/key-sweeps',
  title: '定期排查：各期应签认的单位',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    today: z.string(),
    late: count,
    rounds: z.array(
      z.object({
        sweepId: z.string(),
        title: z.string(),
        scope: z.string(),
        everyMonths: count,
        dueOn: z.string(),
        units: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            late: z.boolean(),
            done: z.object({ result: z.string(), found: count, by: z.string(), at: z.string() }).nullable(),
          }),
        ),
      }),
    ),
  }),
});
