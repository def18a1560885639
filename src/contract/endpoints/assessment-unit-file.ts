import { z } from 'zod';
import { ofYear } from '../assessment.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const assessmentUnitFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/units/:unitId/evidence.xlsx',
  title: '导出一个单位的年度考核佐证（.xlsx）',
  who: 'anyone',
  input: z.object({ ...ofYear, unitId: id }),
  output: 'bytes',
});
