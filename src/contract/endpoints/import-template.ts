import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { EVERY_ROLE } from '../who.ts';

export const importTemplate = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/import-template',
  title: '下载导入模板',
  who: EVERY_ROLE,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
