import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const drawsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/draws.xlsx',
  title: '导出随机抽查记录（.xlsx），按当前筛选',
  who: OVERSEERS,
  input: z.object({
    ...{ areaId: id, q: wordsAsked, kind: z.enum(['units', 'columns', 'problems']).optional() },
    sort: z.enum(['new', 'open']).optional(),
  }),
  output: 'bytes',
});
