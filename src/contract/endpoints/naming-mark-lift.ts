import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { namingMarksAnswer } from '../naming-marks.ts';
import { OFFICE } from '../who.ts';

export const namingMarkLift = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/naming-marks/:markId/lift',
  title: '不再点名：撤下一个待点名单位',
  who: OFFICE,
  input: z.object({
    areaId: id,
    markId: id,
    reason: z.string().trim().min(1, '请写明撤下的原因').max(200, '原因不能超过 200 字'),
  }),
  output: namingMarksAnswer,
});
