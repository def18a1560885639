import { z } from 'zod';
import { ofYear, scope } from '../assessment.ts';
import { defineDownload } from '../endpoint.ts';
import { OVERSEERS } from '../who.ts';

export const assessmentFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/scores.xlsx',
  title: '导出年度得分和计分记录（.xlsx）',
  who: OVERSEERS,
  input: z.object({ ...ofYear, ...scope }),
  output: 'bytes',
});
