import { defineEndpoint } from '../endpoint.ts';
import { act, done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const noticeWithdraw = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/withdraw',
  title: '从公开页面撤下通报',
  who: OFFICE,
  input: act,
  output: done,
});
