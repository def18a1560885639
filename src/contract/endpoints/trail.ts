import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../fields.ts';
import { trailAsked, trailRow } from '../trail.ts';
import { OFFICE } from '../who.ts';

export const trail = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/trail',
  title: '操作留痕',
  who: OFFICE,
  input: trailAsked.extend({
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ total: count, rows: z.array(trailRow) }),
});
