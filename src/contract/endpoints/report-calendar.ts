import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { reportCalendarAnswer } from '../report-calendar.ts';
import { OVERSEERS } from '../who.ts';

export const reportCalendar = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/report-calendar',
  title: '应印发的通报和报告：逾期、即将到期、已印发',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: reportCalendarAnswer,
});
