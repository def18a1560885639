import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const lookState = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/look-now',
  title: '立即监测的进度',
  who: WATCHERS,
  input: z.object({ areaId: id }),
  output: z.object({
    /** The server's moment, for how long ago something ended. */
    now: z.string(),
    /** What asking now would do: `whole` = the day has not been looked at, so all `channels` are. */
    next: z.object({ whole: z.boolean(), channels: count, refusal: z.object({ message: z.string(), next: z.string() }).nullable() }),
    /** The newest order; `notRun` of `done` could not be seen. `news` once it is in the ledger. */
    order: z
      .object({
        ...{ id: z.string(), day: date, at: z.string(), by: z.string(), whole: z.boolean(), state: named },
        ...{ done: count, notRun: count, total: count, endedAt: z.string().nullable() },
        news: z.object({ found: count, reopened: count, gone: count }).nullable(),
      })
      .nullable(),
  }),
});
