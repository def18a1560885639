import { z } from 'zod';
import { ofYear, words } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const assessmentDecide = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/objections/:objectionId',
  title: '办公室答复对计分的异议',
  who: OFFICE,
  input: z.object({
    ...ofYear,
    objectionId: id,
    accept: z.boolean(),
    points: z.number().min(-1000).max(1000).default(0),
    reason: words('答复的理由', 500),
  }),
  output: z.object({ ok: z.literal(true) }),
});
