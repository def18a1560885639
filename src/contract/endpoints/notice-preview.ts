import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const noticePreview = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/preview',
  title: '通报的网页版（不含脚本）',
  who: OVERSEERS,
  grave: 'draft',
  input: z.object({ areaId: id, noticeId: id }),
  output: 'bytes',
});
