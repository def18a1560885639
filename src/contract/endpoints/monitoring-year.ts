import { z } from 'zod';
import { ofYear } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, named } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

const weights = z.record(z.string(), z.number().optional());

export const monitoringYear = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/monitoring',
  title: '年度考核的日常监测项：逐期扣分及依据',
  who: OVERSEERS,
  input: z.object({
    ...ofYear,
    page: z.coerce.number('应为数字').int('应为整数').min(1, '页码从 1 开始').max(100_000, '没有这么多页').default(1),
    size: z.coerce.number('应为数字').int('应为整数').min(1, '每页至少 1 条').max(200, '每页最多 200 条').default(100),
  }),
  output: z.object({
    year: z.number().int(),
    /** How many entries there are on all pages; the sums by unit are of them all. */
    total: count,
    page: count,
    size: count,
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
