import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const keySweepSign = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/key-sweeps/:sweepId/sign',
  title: '签认一个单位一期的排查结果，签认后不能更改',
  who: OFFICE_AND_UNIT,
  input: z.object({
    areaId: id,
    sweepId: id,
    unitId: id,
    dueOn: date,
    result: z.string().trim().min(1, '请填写排查结果').max(500),
    found: count,
  }),
  output: z.object({ ok: z.literal(true) }),
});
