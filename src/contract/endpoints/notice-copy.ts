import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { onNotice } from '../notice-draft.ts';
import { OVERSEERS } from '../who.ts';

export const noticeCopy = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/copy/:format',
  title: '下载通报现稿；可隐去联系人和个人信息',
  who: OVERSEERS,
  grave: 'draft',
  input: z.object({
    ...onNotice,
    format: z.enum(['docx', 'pdf', 'xlsx', 'html', 'json']),
    /** yes: without contacts, personal data masked. */
    masked: z.enum(['yes', 'no']).default('no'),
  }),
  output: 'bytes',
});
