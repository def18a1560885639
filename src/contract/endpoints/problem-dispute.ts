import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { doneCount, proofIds, statement } from '../problem-act.ts';
import { UNIT } from '../who.ts';

export const problemDispute = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/problems/:problemId/dispute',
  title: '对认定提出异议，可附证明材料',
  who: UNIT,
  input: z.object({ areaId: id, problemId: id, text: statement, proofIds }),
  output: doneCount,
});
