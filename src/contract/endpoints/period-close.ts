import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, periodId } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const periodClose = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/periods/:period/close',
  title: '结账：按统计截止日算出一期的检查结果，未整改的问题转入下期',
  who: WATCHERS,
  input: z.object({ areaId: id, period: periodId, cutoff: date }),
  output: z.object({ channels: count, failing: count, undecided: count }),
});
