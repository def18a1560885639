import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { about } from '../rectification.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const rectificationReportForm = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/units/:unitId/rectification-report/form',
  title: '整改情况报告（Word），由单位打印盖章',
  who: OFFICE_AND_UNIT,
  input: z.object({ areaId: id, about, unitId: id }),
  output: 'bytes',
});
