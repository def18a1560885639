import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const aboveUnmark = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/above/:problemId/remove',
  title: '取消上级已发现的标记',
  who: OFFICE,
  input: z.object({ areaId: id, problemId: id }),
  output: z.object({ ok: z.literal(true) }),
});
