import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

const weights = z.record(z.string(), z.number().optional());

export const monitoringYear = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/monitoring',
  title: '年度考核的日常监测项：逐期扣分及依据',
  who: OVERSEERS,
  input: z.object({ areaId: id, year: z.coerce.number().int().min(2000).max(2100) }),
  output: z.object({
    year: z.number().int(),
    /** Weight of a period by kind, and points a result of weight 1 costs. */
    scheme: z.object({ weights, deductions: weights }),
    periods: z.array(z.object({ id: z.string(), label: z.string(), cutoff: date })),
    entries: z.array(
      z.object({
        id: z.string(),
        item: z.literal('monitoring'),
        unitId: z.string(),
        unit: z.string(),
        points: z.number().max(0),
        weight: z.number(),
        verdict: named,
        reasons: z.array(z.string()),
        basis: z.object({
          period: z.object({ id: z.string(), label: z.string() }),
          channel: z.object({ id: z.string(), name: z.string() }),
          problems: z.array(z.string()),
        }),
      }),
    ),
    units: z.array(z.object({ unitId: z.string(), unit: z.string(), entries: count, points: z.number() })),
  }),
});
