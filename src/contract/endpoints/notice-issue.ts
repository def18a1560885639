import { defineEndpoint } from '../endpoint.ts';
import { decision, done } from '../notice-draft.ts';

export const noticeIssue = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/issue',
  title: '印发已审核的通报',
  who: 'anyone',
  input: decision,
  output: done,
});
