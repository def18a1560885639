import { z } from 'zod';
import { purpose, reason, seed, size } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const drawHold = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/draws',
  title: '随机抽查：按种子抽取单位或栏目',
  who: OFFICE,
  input: z.object({
    areaId: id,
    kind: z.enum(['units', 'columns']),
    size,
    seed,
    purpose,
    excluded: z.array(z.object({ name: z.string().min(1).max(200), reason })).max(1000),
  }),
  output: z.object({ drawId: z.string() }),
});
