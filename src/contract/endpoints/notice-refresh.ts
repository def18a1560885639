import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../fields.ts';
import { done, onNotice } from '../notice-draft.ts';
import { WATCHERS } from '../who.ts';

export const noticeRefresh = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/refresh',
  title: '按现在的台账重新取数，改过的文字保留',
  who: WATCHERS,
  input: z.object({ ...onNotice, version: count }),
  output: done,
});
