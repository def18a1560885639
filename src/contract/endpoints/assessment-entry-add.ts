import { z } from 'zod';
import { entriesAnswer, ofYear, points, words } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const assessmentEntryAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/entries',
  title: '人工记一笔分，写明事由和佐证',
  who: OFFICE,
  input: z.object({
    ...ofYear,
    itemId: z.string().min(1, '请选择项目').max(60),
    unitId: id,
    day: date,
    points: points.refine((n) => n > 0, '分值应大于 0'),
    reason: words('事由', 300),
    proof: words('佐证', 500),
  }),
  output: entriesAnswer,
});
