import { z } from 'zod';
import { ofYear, words } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const assessmentObject = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/objections',
  title: '单位对一笔计分提出异议',
  who: OFFICE_AND_UNIT,
  input: z.object({
    ...ofYear,
    entryId: id,
    unitId: id,
    reason: words('异议的理由', 500),
    proof: z.string().trim().max(500, '佐证不能超过 500 字').default(''),
  }),
  output: z.object({ ok: z.literal(true) }),
});
