import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const keySweeps = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/key-sweeps',
  title: '定期排查：各期应签认的单位，已撤回的排查；单位只看本单位的',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id }),
  output: z.object({
    today: z.string(),
    late: count,
    /** Taken back, the last first. */
    withdrawn: z.array(
      z.object({
        ...{ sweepId: z.string(), title: z.string(), scope: z.string() },
        ...{ orderedAt: z.string(), at: z.string(), by: z.string(), reason: z.string() },
        signed: z.array(
          z.object({
            ...{ id: z.string(), name: z.string(), dueOn: z.string(), result: z.string(), found: count },
            ...{ by: z.string(), at: z.string() },
          }),
        ),
      }),
    ),
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
