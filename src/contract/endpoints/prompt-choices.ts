import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { promptChoices as choices } from '../prompt.ts';
import { OFFICE } from '../who.ts';

export const promptChoices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/prompt-choices',
  title: '发工作提示时可选的单位和问题类别，以及现行的快慢口径',
  who: OFFICE,
  input: z.object({ areaId: id }),
  output: choices,
});
