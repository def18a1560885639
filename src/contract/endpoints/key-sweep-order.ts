import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const keySweepOrder = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/key-sweeps',
  title: '布置定期排查',
  who: WATCHERS,
  input: z.object({
    areaId: id,
    title: z.string().trim().min(1, '请填写名称').max(60),
    scope: z.string().trim().min(1, '请填写排查范围').max(500),
    everyMonths: z.number().int().min(1, '至少一个月').max(24, '最多两年'),
    firstDue: date,
    /** Empty: every unit with a site. */
    unitIds: z.array(id).max(2_000).default([]),
  }),
  output: z.object({ id: z.string() }),
});
