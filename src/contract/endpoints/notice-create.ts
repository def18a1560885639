import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id, periodId } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const noticeCreate = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/notices',
  title: '按已结账的一期起草通报',
  who: WATCHERS,
  input: z.object({
    areaId: id,
    period: periodId,
    template: z.string().min(1).max(80),
    title: z.string().trim().min(1, '请填写标题').max(200),
    signedDate: date.nullable(),
  }),
  output: z.object({ id: z.string() }),
});
