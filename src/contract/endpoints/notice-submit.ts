import { defineEndpoint } from '../endpoint.ts';
import { decision, done } from '../notice-draft.ts';
import { WATCHERS } from '../who.ts';

export const noticeSubmit = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/submit',
  title: '送审',
  who: WATCHERS,
  input: decision,
  output: done,
});
