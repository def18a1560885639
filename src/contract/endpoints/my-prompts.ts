import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id, list } from '../fields.ts';
import { myPromptList } from '../prompt.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const myPrompts = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/my-prompts',
  title: '发给本单位的工作提示和自查；自查附本单位同类问题',
  who: OFFICE_AND_UNIT,
  input: z.object({ areaId: id, unitIds: list }),
  output: myPromptList,
});
