import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id, periodId } from '../fields.ts';

export const syncFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/sync.csv',
  title: '同步公开的情况（CSV）',
  who: 'anyone',
  input: z.object({ areaId: id, period: periodId.optional() }),
  output: 'bytes',
});
