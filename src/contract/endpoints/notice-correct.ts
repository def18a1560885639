import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { onNotice } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const noticeCorrect = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/correct',
  title: '更正已印发的通报：另起一版草稿',
  who: OFFICE,
  input: z.object({ ...onNotice, data: z.enum(['same', 'fresh']) }),
  output: z.object({ id: z.string() }),
});
