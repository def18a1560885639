import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { ranged } from '../ranged.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const FRESHNESS_STATES = [
  'long_overdue',
  'overdue',
  'empty',
  'this_week',
  'this_month',
  'this_quarter',
  'fresh',
  'unknown',
] as const;

export const picturesFreshnessColumns = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/pictures/freshness/columns',
  title: '栏目新鲜度图中一格或一个数字所指的栏目及其最近一次查看',
  who: OVERSEERS_AND_OWN,
  input: z.object({
    areaId: id,
    ...ranged,
    by: z.enum(['class', 'name']).default('class'),
    unitId: id.optional(),
    kind: z.string().max(400).optional(),
    state: z.enum(FRESHNESS_STATES).optional(),
    due: date.optional(),
  }),
  output: z.object({
    today: date,
    total: count,
    rows: z.array(
      z.object({
        area: named,
        unit: z.object({ id: z.string(), name: z.string() }),
        site: z.object({ id: z.string(), name: z.string() }),
        name: z.string(),
        className: z.string(),
        url: z.string().nullable(),
        limitName: z.string(),
        lastUpdate: date.nullable(),
        dueOn: date.nullable(),
        daysLeft: z.number().int().nullable(),
        state: named,
        /** Why nothing can be said. */
        why: z.string().nullable(),
        evidence: z
          .object({
            id: z.string(),
            kindName: z.string(),
            at: z.string(),
            source: z.string(),
            howName: z.string(),
            blob: z.string().nullable(),
            summary: z.string(),
          })
          .nullable(),
      }),
    ),
  }),
});
