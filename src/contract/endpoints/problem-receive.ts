import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { doneCount, problemIds } from '../problem-act.ts';
import { UNIT } from '../who.ts';

export const problemReceive = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/problems/receive',
  title: '签收交办的问题',
  who: UNIT,
  input: z.object({ areaId: id, problemIds }),
  output: doneCount,
});
