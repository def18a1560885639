import { z } from 'zod';
import { ofYear } from '../assessment.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const assessmentUnitFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/units/:unitId/evidence.xlsx',
  title: '导出一个单位的年度考核佐证（.xlsx）',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ ...ofYear, unitId: id }),
  output: 'bytes',
});
