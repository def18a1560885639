import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { promptsAsked } from '../prompt.ts';
import { OVERSEERS } from '../who.ts';

export const promptsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/prompts.xlsx',
  title: '工作提示和自查（表格）',
  who: OVERSEERS,
  input: z.object(promptsAsked),
  output: 'bytes',
});
