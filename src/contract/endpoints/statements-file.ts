import { z } from 'zod';
import { OVERSEERS_AND_UNIT, year } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';

export const statementsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/statements.xlsx',
  title: '导出责任书签订情况（.xlsx），按当前筛选',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id, year: year.optional(), q: wordsAsked, state: id.optional() }),
  output: 'bytes',
});
