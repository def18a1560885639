import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const rectificationReportAsk = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/rectification-reports/ask',
  title: '要求上报一个月里没有随通报交办的问题的整改情况扫描件',
  who: OFFICE,
  input: z.object({
    areaId: id,
    month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '应为 2022-12 的形式'),
    /** Null: every unit that was handed something over so. */
    unitId: id.nullable().default(null),
    due: date,
  }),
  output: z.object({ units: count }),
});
