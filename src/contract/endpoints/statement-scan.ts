import { z } from 'zod';
import { OVERSEERS_AND_UNIT, year } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const statementScan = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/statements/:channelId/scan',
  title: '下载责任书扫描件',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id, channelId: id, year }),
  output: 'bytes',
});
