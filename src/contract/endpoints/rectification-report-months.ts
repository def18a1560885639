import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const rectificationReportMonths = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/rectification-report-months',
  title: '没有随通报、在台账里交办过问题的月份和单位，可以要求上报扫描件',
  who: OFFICE,
  input: z.object({ areaId: id }),
  output: z.object({
    today: date,
    /** The last day proposed. */
    due: date,
    months: z.array(
      z.object({ month: z.string(), label: z.string(), units: z.array(z.object({ id: z.string(), name: z.string(), problems: count })) }),
    ),
  }),
});
