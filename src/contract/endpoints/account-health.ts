import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const accountHealth = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/account-health',
  title: '各账号的采集是否正常',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    day: date,
    counts: z.array(named.extend({ count })),
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        platform: named,
        unitName: z.string(),
        adapter: z.string(),
        state: named,
        workedAt: z.string().nullable(),
        freshOn: date.nullable(),
        /** Looks that failed one after the other, up to now. */
        failures: count,
        trouble: z.string().nullable(),
        next: z.string().nullable(),
      }),
    ),
  }),
});
