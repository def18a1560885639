import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { promptList } from '../prompt.ts';
import { OVERSEERS } from '../who.ts';

export const prompts = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/prompts',
  title: '工作提示和举一反三自查：各条的收到、完成情况',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: promptList,
});
