import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { direction, id } from '../fields.ts';
import { about } from '../rectification.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const rectificationReportsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/rectification-reports.xlsx',
  title: '整改情况扫描件上报情况表，按当前筛选',
  who: OVERSEERS_AND_OWN,
  input: z.object({
    ...{ areaId: id, about: about.optional(), state: z.enum(['answers_missing', 'ready', 'returned', 'late']).optional() },
    ...{ sort: z.enum(['unit', 'problems', 'due', 'state']).optional(), order: direction },
  }),
  output: 'bytes',
});
