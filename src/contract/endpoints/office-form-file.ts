import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const officeFormFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/office-forms/:formId/file',
  title: '下载本单位版式的原文件',
  who: OVERSEERS,
  input: z.object({ areaId: id, formId: id }),
  output: 'bytes',
});
