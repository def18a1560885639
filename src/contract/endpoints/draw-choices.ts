import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { OFFICE } from '../who.ts';

const counted = z.array(z.object({ code: z.string(), name: z.string(), count }));
const candidates = z.array(z.object({ id: z.string(), name: z.string() }));

export const drawChoices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/draw-choices',
  title: '可以抽取的范围：已销号问题、检查人员、单位、栏目',
  who: OFFICE,
  input: z.object({ areaId: id }),
  output: z.object({
    closed: count,
    categories: counted,
    units: counted,
    inspectors: z.array(z.object({ id: z.string(), name: z.string(), roleName: z.string(), unitName: z.string().nullable() })),
    candidates: z.object({ units: candidates, columns: candidates }),
    seed: z.string(),
  }),
});
