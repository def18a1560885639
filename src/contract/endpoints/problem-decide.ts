import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { doneCount, problemIds, proofIds, statement } from '../problem-act.ts';
import { OFFICE } from '../who.ts';

export const problemDecide = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/problems/decide',
  title: '维持认定、撤销，或把已销号的问题重新列入台账',
  who: OFFICE,
  input: z.object({ areaId: id, problemIds, decision: z.enum(['upheld', 'withdrawn', 'reopened']), reason: statement, proofIds }),
  output: doneCount,
});
