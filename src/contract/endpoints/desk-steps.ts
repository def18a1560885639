import { z } from 'zod';
import { steps } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const deskSteps = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/desk-steps',
  title: '复核各步计数：某段时间的发现各有多少认定、不予认定、并入、豁免、待复核；默认本月',
  who: OVERSEERS,
  input: z.object({ areaId: id, from: date.optional(), to: date.optional() }),
  output: steps,
});
