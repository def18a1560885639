import { z } from 'zod';
import { indicatorsAnswer, ofYear, points } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const indicatorSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/indicators/:recordId',
  title: '填写一项指标的自评得分、佐证和差距',
  who: OFFICE_AND_UNIT,
  input: z.object({
    ...ofYear,
    recordId: id,
    unitId: id,
    ownScore: points.nullable(),
    evidence: z
      .string()
      .trim()
      .max(1000, '佐证不能超过 1000 字')
      .transform((text) => text || null)
      .nullable(),
    note: z
      .string()
      .trim()
      .max(500, '差距说明不能超过 500 字')
      .transform((text) => text || null)
      .nullable(),
  }),
  output: indicatorsAnswer,
});
