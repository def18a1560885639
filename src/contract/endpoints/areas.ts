import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date } from '../fields.ts';
import { EVERY_ROLE } from '../who.ts';

export const areas = defineEndpoint({
  method: 'GET',
  path: '/api/areas',
  title: '地区及其通报期',
  who: EVERY_ROLE,
  input: z.object({}),
  output: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      levelName: z.string(),
      parentId: z.string().nullable(),
      /** Has units of its own, so there is something to show. */
      registered: z.boolean(),
      /** How it is called with all areas below it (全市), and what those are called (区县). */
      words: z.object({ whole: z.string(), each: z.string() }),
      /** The caller is in the area's closed list (知悉范围) of who may know of severe findings. */
      knowsGrave: z.boolean(),
      /** The newest first. */
      periods: z.array(z.object({ id: z.string(), label: z.string(), kind: z.enum(['month', 'quarter']), cutoff: date })),
    }),
  ),
});
