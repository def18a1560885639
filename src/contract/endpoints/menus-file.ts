import { z } from 'zod';
import { OVERSEERS_AND_UNIT } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';

export const menusFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/menus.xlsx',
  title: '导出导航栏目的查看结果（.xlsx），按当前筛选',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id, q: wordsAsked, only: z.enum(['faulty', 'open', 'never']).optional() }),
  output: 'bytes',
});
