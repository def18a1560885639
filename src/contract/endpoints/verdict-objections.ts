import { z } from 'zod';
import { verdictObjectionsAnswer } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id, periodId } from '../fields.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const verdictObjections = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/periods/:periodId/objections',
  title: '对一期检查结果的异议：前后两个版本和答复',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id, periodId }),
  output: verdictObjectionsAnswer,
});
