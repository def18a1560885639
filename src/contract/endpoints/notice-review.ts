import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { decision, done } from '../notice-draft.ts';
import { WATCHERS } from '../who.ts';

export const noticeReview = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/review',
  title: '由另一人审核：通过或退回',
  who: WATCHERS,
  input: decision.extend({ approve: z.boolean() }),
  output: done,
});
