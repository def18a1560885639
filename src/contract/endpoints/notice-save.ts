import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../fields.ts';
import { draftHead, draftParagraph, naming, noticeDraft, onNotice } from '../notice-draft.ts';
import { WATCHERS } from '../who.ts';

export const noticeSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices/:noticeId/draft',
  title: '保存通报草稿，并重新核对',
  who: WATCHERS,
  input: z.object({
    ...onNotice,
    /** Version the page was reading; another one saved since makes this a conflict. */
    version: count,
    paragraphs: z.array(draftParagraph).max(2_000),
    head: draftHead,
    /** null: nobody has confirmed the names yet. */
    naming: naming.nullable(),
  }),
  output: noticeDraft,
});
