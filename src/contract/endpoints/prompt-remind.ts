import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { onPrompt } from '../prompt.ts';
import { OFFICE } from '../who.ts';

export const promptRemind = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/prompts/:promptId/remind',
  title: '催办：提醒还没有反馈完成的单位，每个单位一天一次',
  who: OFFICE,
  input: z.object({
    ...onPrompt,
    /** Empty: all that have not done it. */
    unitIds: z.array(id).max(2000).default([]),
  }),
  output: z.object({ reminded: count }),
});
