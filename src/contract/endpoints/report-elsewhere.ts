import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { reportCalendarAnswer } from '../report-calendar.ts';
import { OFFICE } from '../who.ts';

export const reportElsewhere = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/report-calendar',
  title: '登记一期已在别处印发的通报或报告',
  who: OFFICE,
  input: z.object({
    areaId: id,
    duty: z.string().min(1).max(120),
    periodId: z.string().min(4).max(7),
    issuedOn: date,
    title: z.string().trim().min(1, '请填写标题').max(200, '标题太长'),
  }),
  output: reportCalendarAnswer,
});
