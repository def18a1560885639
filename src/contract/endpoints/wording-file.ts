import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const wordingFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/wording.xlsx',
  title: '导出词表（.xlsx）',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
