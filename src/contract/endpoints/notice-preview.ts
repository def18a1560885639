import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const noticePreview = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/preview',
  title: '通报的网页版（不含脚本）',
  // Units and the bureau: what was issued, as it is addressed to them; a draft never.
  who: OVERSEERS_AND_OWN,
  grave: 'draft',
  input: z.object({ areaId: id, noticeId: id }),
  output: 'bytes',
});
