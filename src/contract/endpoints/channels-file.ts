import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id, periodId } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const channelsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/channels.xlsx',
  title: '网站与账号及其在一期中的检查结果（Excel）',
  who: OVERSEERS,
  input: z.object({ areaId: id, period: periodId.optional() }),
  output: 'bytes',
});
