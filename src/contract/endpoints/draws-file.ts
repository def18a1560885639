import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const drawsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/draws.xlsx',
  title: '导出随机抽查记录（.xlsx）',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
