import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { namingMarksAnswer } from '../naming-marks.ts';
import { OFFICE } from '../who.ts';

export const namingMarkAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/naming-marks',
  title: '把单位列入下一期点名',
  who: OFFICE,
  input: z.object({
    areaId: id,
    unitId: id,
    fault: z.enum(['late', 'passive']),
    reason: z.string().trim().min(1, '请写明事由').max(200, '事由不能超过 200 字'),
  }),
  output: namingMarksAnswer,
});
