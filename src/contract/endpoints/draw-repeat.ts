import { z } from 'zod';
import { inspectionCheck, ofDraw } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OVERSEERS } from '../who.ts';

export const drawRepeat = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/draws/:drawId/repeat',
  title: '重新演算：用保存的名单和种子再抽一次，与记录比较',
  who: OVERSEERS,
  input: z.object(ofDraw),
  output: z.object({
    holds: z.boolean(),
    at: z.string(),
    population: z.number().int(),
    /** Steps of a 双随机; null for a draw of units or columns. */
    steps: inspectionCheck.nullable(),
  }),
});
