import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { about } from '../rectification.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const rectificationReportFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/units/:unitId/rectification-report/file',
  title: '下载单位上报的盖章扫描件',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, about, unitId: id }),
  output: 'bytes',
});
