import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const draws = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/draws',
  title: '随机抽查列表：每次抽取一行，复查进度和是否公开',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['units', 'columns', 'problems']),
        kindName: z.string(),
        purpose: z.string(),
        seed: z.string(),
        madeAt: z.string(),
        madeBy: z.string(),
        population: count,
        drawn: count,
        excluded: count,
        /** Drawing again from the record gives the same. */
        holds: z.boolean(),
        /** `total` without those `released`: taken back before anybody looked. */
        results: z.object({ total: count, done: count, failed: count, released: count }).nullable(),
        published: z.boolean(),
      }),
    ),
  }),
});
