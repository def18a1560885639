import { defineEndpoint } from '../endpoint.ts';
import { decision, done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const noticeDiscard = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/discard',
  title: '作废没有印发的通报草稿',
  who: OFFICE,
  input: decision,
  output: done,
});
