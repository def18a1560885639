import { z } from 'zod';
import { ofDraw, reason } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const inspectionSubstitute = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/draws/:drawId/substitutes',
  title: '更换检查人员：用同一种子从其余人员中抽取接替的人',
  who: OFFICE,
  input: z.object({ ...ofDraw, inspectorId: id, reason }),
  output: z.object({ substitutes: z.array(z.object({ name: z.string(), tasks: count })) }),
});
