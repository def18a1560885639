import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

const ranked = z.array(z.object({ id: z.string(), name: z.string(), rank: z.string() }));

export const draws = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/draws',
  title: '随机抽查记录：抽中、未抽中和未参加的',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        kindName: z.string(),
        purpose: z.string(),
        seed: z.string(),
        method: z.string(),
        madeAt: z.string(),
        madeBy: z.string(),
        holds: z.boolean(),
        drawn: ranked,
        notDrawn: ranked,
        excluded: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
      }),
    ),
  }),
});
