import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const readingAlarms = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/reading-alarms',
  title: '读取告警：栏目可能改版，由运行人员处理，不算单位的问题',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    rows: z.array(
      z.object({
        kind: z.string(),
        name: z.string(),
        next: z.string(),
        siteId: z.string(),
        site: z.string(),
        unitId: z.string(),
        columnId: z.string(),
        column: z.string(),
        url: z.string().nullable(),
        since: z.string(),
      }),
    ),
  }),
});
