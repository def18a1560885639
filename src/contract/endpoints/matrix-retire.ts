import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const matrixRetire = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/matrices/:matrixId/retired',
  title: '停用新媒体矩阵',
  who: OFFICE,
  input: z.object({ areaId: id, matrixId: id }),
  output: z.object({ ok: z.literal(true) }),
});
