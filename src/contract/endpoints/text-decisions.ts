import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { decision } from '../text-review.ts';
import { WATCHERS } from '../who.ts';

export const textDecisions = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/text-decisions',
  title: '复核疑似错误：确认、不是错误、认可用语、建议不对、撤回',
  who: WATCHERS,
  input: z.object({ areaId: id, decisions: z.array(decision).min(1, '没有选择任何一条').max(100, '一次最多 100 条') }),
  output: z.object({ decided: count }),
});
