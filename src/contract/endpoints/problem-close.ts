import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { doneCount, optionalNote, problemIds, proofIds } from '../problem-act.ts';
import { OFFICE } from '../who.ts';

export const problemClose = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/problems/close',
  title: '销号：复核为已整改的问题',
  who: OFFICE,
  input: z.object({ areaId: id, problemIds, reason: optionalNote, proofIds }),
  output: doneCount,
});
