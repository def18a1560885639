import { z } from 'zod';
import { ofPeriod } from '../calendar-period.ts';
import { defineDownload } from '../endpoint.ts';
import { OVERSEERS } from '../who.ts';

export const activitiesFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/activities.xlsx',
  title: '导出活动（.xlsx）；对外的不含主持人姓名',
  who: OVERSEERS,
  input: ofPeriod.extend({ copy: z.enum(['office', 'public']) }),
  output: 'bytes',
});
