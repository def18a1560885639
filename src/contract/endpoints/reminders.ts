import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { reminderFilter, reminders as shape } from '../message.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const reminders = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/reminders',
  title: '提醒记录：每次提醒，以及各单位被提醒的次数和日期',
  who: OVERSEERS_AND_UNIT,
  input: z.object({
    ...reminderFilter,
    page: z.coerce.number('应为数字').int('应为整数').min(1, '页码从 1 开始').max(100_000, '没有这么多页').default(1),
    size: z.coerce.number('应为数字').int('应为整数').min(1, '每页至少 1 条').max(200, '每页最多 200 条').default(15),
  }),
  output: shape,
});
