import { z } from 'zod';
import { verdictObjectionsAnswer, words } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id, periodId } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const verdictObject = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/periods/:periodId/objections',
  title: '单位对网站、账号的检查结果提出异议',
  who: OFFICE_AND_UNIT,
  input: z.object({
    areaId: id,
    periodId,
    /** Its unit objects: the caller's own or one of its sub-units. */
    channelId: id,
    reason: words('异议的理由', 500),
    proof: z.string().trim().max(500, '佐证不能超过 500 字').default(''),
  }),
  output: verdictObjectionsAnswer,
});
