import { z } from 'zod';
import { aboveParts, ofYear } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, named } from '../fields.ts';
import { problemRow } from '../problem-row.ts';
import { OVERSEERS } from '../who.ts';

export const above = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/above',
  title: '上级已发现的问题、上级考核的预测和上年结果',
  who: OVERSEERS,
  input: z.object({ ...ofYear }),
  output: z.object({
    year: z.number(),
    rows: z.array(
      problemRow.extend({
        above: z
          .object({ level: named, points: z.number().nullable(), note: z.string(), markedBy: z.string(), markedAt: z.string() })
          .nullable(),
      }),
    ),
    stock: count,
    ...aboveParts,
  }),
});
