import { z } from 'zod';
import { FINDERS } from '../desk.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const rawFindingsTemplate = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/raw-findings-template.xlsx',
  title: '录入发现的表格模板',
  who: FINDERS,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
