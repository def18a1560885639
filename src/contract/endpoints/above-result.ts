import { z } from 'zod';
import { ofYear, points, words } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OFFICE } from '../who.ts';

export const aboveResult = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/above-result',
  title: '填写上级对本地区的年度考核结果',
  who: OFFICE,
  input: z.object({
    ...ofYear,
    fullScore: points.refine((n) => n > 0, '满分应大于 0'),
    score: points,
    place: z.number().int().min(1).max(10_000).nullable(),
    others: z.array(points).max(500, '其他地区的得分太多'),
    source: words('出处', 200),
  }),
  output: z.object({ ok: z.literal(true) }),
});
