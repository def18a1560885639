import { z } from 'zod';
import { OVERSEERS_AND_UNIT, year } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const statementsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/statements.xlsx',
  title: '导出责任书签订情况（.xlsx）',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id, year: year.optional() }),
  output: 'bytes',
});
