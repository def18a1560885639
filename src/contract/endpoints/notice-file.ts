import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const noticeFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/files/:format',
  title: '下载通报文件',
  // Units and the bureau: what was issued, as it is addressed to them; a draft never.
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, noticeId: id, format: z.string().regex(/^[a-z]{2,8}(?:-\d{1,3})?$/, '没有这种文件') }),
  output: 'bytes',
});
