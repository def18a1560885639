import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { doneAnswer } from '../prompt.ts';
import { UNIT } from '../who.ts';

export const patrolFixed = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/patrols/problems/:problemId/fixed',
  title: '责任单位反馈自查发现的问题已整改',
  who: UNIT,
  input: z.object({ areaId: id, problemId: id, note: z.string().trim().min(2, '请写明怎样整改的').max(500) }),
  output: doneAnswer,
});
