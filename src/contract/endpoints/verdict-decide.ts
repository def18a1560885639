import { z } from 'zod';
import { verdictObjectionsAnswer, words } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id, periodId } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const verdictDecide = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/periods/:periodId/objections/:objectionId',
  title: '办公室答复对检查结果的异议',
  who: OFFICE,
  input: z.object({
    areaId: id,
    periodId,
    objectionId: id,
    accept: z.boolean(),
    /** What the result becomes; must be said where the objection is accepted. */
    verdict: z.enum(['no_problem', 'pass', 'fail', 'undecided']).nullable().default(null),
    reasons: z.array(z.string().trim().min(1).max(500)).max(50).default([]),
    reason: words('答复的理由', 500),
  }),
  output: verdictObjectionsAnswer,
});
