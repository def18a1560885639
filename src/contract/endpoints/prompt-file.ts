import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { onPrompt } from '../prompt.ts';
import { OVERSEERS } from '../who.ts';

export const promptFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/prompts/:promptId/standing.xlsx',
  title: '一条工作提示的落实情况（表格）',
  who: OVERSEERS,
  input: z.object({ ...onPrompt, speed: id.optional() }),
  output: 'bytes',
});
