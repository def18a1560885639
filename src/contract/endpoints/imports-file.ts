import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const importsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/imports/:importId/file',
  title: '下载导入时的原文件',
  who: OVERSEERS,
  input: z.object({ areaId: id, importId: id }),
  output: 'bytes',
});
