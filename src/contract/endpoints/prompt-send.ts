import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { promptWish } from '../prompt.ts';
import { OFFICE } from '../who.ts';

export const promptSend = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/prompts',
  title: '向多个单位发出工作提示或自查',
  who: OFFICE,
  input: z.object({ areaId: id, ...promptWish }),
  output: z.object({ id: z.string() }),
});
