import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { onPrompt, promptDetail } from '../prompt.ts';
import { OVERSEERS } from '../who.ts';

export const prompt = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/prompts/:promptId',
  title: '一条工作提示：各单位的收到、完成时间和快慢，以及发工作群的文字',
  who: OVERSEERS,
  input: z.object(onPrompt),
  output: promptDetail,
});
