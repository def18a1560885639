import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { doneAnswer, onPrompt } from '../prompt.ts';
import { OFFICE } from '../who.ts';

export const promptWithdraw = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/prompts/:promptId/withdraw',
  title: '撤回一条工作提示',
  who: OFFICE,
  input: z.object({ ...onPrompt, reason: z.string().trim().min(2, '请写明理由').max(300) }),
  output: doneAnswer,
});
