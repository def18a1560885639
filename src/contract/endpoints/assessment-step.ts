import { z } from 'zod';
import { ofYear, yearAnswer } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OFFICE } from '../who.ts';

export const assessmentStep = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/step',
  title: '年度得分提交复核、退回、定稿、退回定稿',
  who: OFFICE,
  input: z.object({
    ...ofYear,
    act: z.enum(['submitted', 'returned', 'finalised', 'reopened']),
    note: z.string().trim().max(500, '不能超过 500 字').default(''),
  }),
  output: yearAnswer,
});
