import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, named } from '../fields.ts';
import { problemRow } from '../problem-row.ts';
import { problemsAsked } from '../problems-asked.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const problems = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/problems',
  title: '问题台账：本级，或连同所辖各地区',
  who: OVERSEERS_AND_OWN,
  machine: 'read',
  input: problemsAsked.extend({
    page: z.coerce.number('应为数字').int('应为整数').min(1, '页码从 1 开始').max(100_000, '没有这么多页').default(1),
    size: z.coerce.number('应为数字').int('应为整数').min(1, '每页至少 1 条').max(200, '每页最多 200 条').default(20),
  }),
  output: z.object({ total: count, page: count, size: count, rows: z.array(problemRow.extend({ area: named })) }),
});
