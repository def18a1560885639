import { z } from 'zod';
import { FINDERS_AND_OFFICE } from '../desk.ts';
import { defineDownload } from '../endpoint.ts';
import { id, list } from '../fields.ts';

export const rawFindingsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/raw-findings.xlsx',
  title: '本人录入的发现和复核结果（表格）',
  who: FINDERS_AND_OFFICE,
  input: z.object({ areaId: id, answer: list }),
  output: 'bytes',
});
