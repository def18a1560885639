import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { about, reportLine } from '../rectification.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const rectificationReports = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/rectification-reports',
  title: '整改情况扫描件：哪些单位已上报，哪些没有，缺什么',
  who: OVERSEERS_AND_OWN,
  /** The newest notice when left out. */
  input: z.object({ areaId: id, about: about.optional() }),
  output: z.object({
    area: z.string(),
    choices: z.array(z.object({ about: z.string(), title: z.string() })),
    about: z.string().nullable(),
    title: z.string().nullable(),
    today: date,
    /** Every state there is, with how many units stand so. */
    states: z.array(named.extend({ count })),
    rows: z.array(reportLine),
  }),
});
