import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { onNotice, noticeDraft as shape } from '../notice-draft.ts';
import { OVERSEERS } from '../who.ts';

export const noticeDraft = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/draft',
  title: '通报草稿：可编辑的段落、可插入的数字、点名建议、核对结果',
  who: OVERSEERS,
  grave: 'draft',
  input: z.object(onNotice),
  output: shape,
});
