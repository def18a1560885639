import { z } from 'zod';
import { ENTRY_STATES, ofYear, scope } from '../assessment.ts';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const assessmentFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/scores.xlsx',
  title: '导出年度得分和计分记录（.xlsx），按当前筛选',
  who: OVERSEERS,
  input: z.object({
    ...{ ...ofYear, ...scope, group: wordsAsked, q: wordsAsked },
    ...{ itemId: id.optional(), state: z.enum(ENTRY_STATES).optional(), words: wordsAsked },
  }),
  output: 'bytes',
});
