import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { doneAnswer, onPrompt, saidFields } from '../prompt.ts';
import { UNIT } from '../who.ts';

export const promptAnswer = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/prompts/:promptId/answer',
  title: '责任单位确认收到，或反馈完成',
  who: UNIT,
  input: z.object({ ...onPrompt, unitId: id, act: z.enum(['received', 'done']), ...saidFields }),
  output: doneAnswer,
});
