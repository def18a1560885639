import { z } from 'zod';
import { ofDraw, reason } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OFFICE } from '../who.ts';

export const inspectionCorrect = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/draws/:drawId/correct',
  title: '更正公开的复查结果：写明哪些问题经核实不成立',
  who: OFFICE,
  input: z.object({ ...ofDraw, reason }),
  output: z.object({}),
});
