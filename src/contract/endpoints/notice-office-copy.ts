import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { onNotice } from '../notice-draft.ts';
import { OVERSEERS } from '../who.ts';

export const noticeOfficeCopy = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/office-copy/:formId',
  title: '按本单位版式下载通报现稿',
  who: OVERSEERS,
  grave: 'draft',
  input: z.object({ ...onNotice, formId: id }),
  output: 'bytes',
});
