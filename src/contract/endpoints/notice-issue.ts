import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { decision, done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const noticeIssue = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/issue',
  title: '印发已审核的通报',
  who: OFFICE,
  /** `form`: a Word form of the office the notice is written in beside the usual ones. */
  input: decision.extend({ form: id.nullable().default(null) }),
  output: done,
});
