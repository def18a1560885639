import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { patrolWish } from '../prompt.ts';
import { UNIT } from '../who.ts';

export const patrolAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/patrols',
  title: '责任单位登记一次主动巡网和自查发现的问题',
  who: UNIT,
  input: z.object({ areaId: id, ...patrolWish }),
  output: z.object({ id: z.string() }),
});
