import { z } from 'zod';
import { points } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const aboveMark = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/above/:problemId',
  title: '标记一个问题已被上级发现',
  who: OFFICE,
  input: z.object({
    areaId: id,
    problemId: id,
    level: z.enum(['city', 'province', 'nation']),
    points: points.nullable(),
    note: z.string().trim().max(300, '说明不能超过 300 字').default(''),
  }),
  output: z.object({ ok: z.literal(true) }),
});
