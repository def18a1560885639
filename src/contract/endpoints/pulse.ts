import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { EVERY_ROLE } from '../who.ts';

/** The same, as it changes, streams from `/api/areas/:areaId/live` (server-sent events). */
export const pulse = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pulse',
  title: '监测进度和变动号',
  who: EVERY_ROLE,
  input: z.object({ areaId: id }),
  output: z.object({
    /** Rises with every change somebody makes in the area. */
    changes: count,
    run: z.object({ id: z.string(), day: date, done: count, notRun: count, total: count, state: named }).nullable(),
  }),
});
