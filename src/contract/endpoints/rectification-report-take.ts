import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { about } from '../rectification.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

const MEGABYTE = 1024 * 1024;

export const rectificationReportTake = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/units/:unitId/rectification-report',
  title: '上报盖章扫描件（PDF、JPG）；有问题未反馈的不收',
  who: OFFICE_AND_UNIT,
  input: z.object({ areaId: id, about, unitId: id }),
  file: { maxBytes: 40 * MEGABYTE },
  output: z.object({ lateWorkingDays: count }),
});
