import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { paging } from '../paging.ts';
import { promptList, promptsAsked } from '../prompt.ts';
import { OVERSEERS } from '../who.ts';

export const prompts = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/prompts',
  title: '工作提示和举一反三自查：各条的收到、完成情况',
  who: OVERSEERS,
  input: z.object({ ...promptsAsked, ...paging(200, 20) }),
  output: promptList,
});
