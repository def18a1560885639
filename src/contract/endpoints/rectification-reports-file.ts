import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { about } from '../rectification.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const rectificationReportsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/rectification-reports.xlsx',
  title: '整改情况扫描件上报情况表',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, about: about.optional() }),
  output: 'bytes',
});
