import { z } from 'zod';
import { THIRD_PARTY } from '../desk.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const rawFindingsTemplate = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/raw-findings-template.xlsx',
  title: '第三方录入发现的表格模板',
  who: THIRD_PARTY,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
