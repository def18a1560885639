import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { roster as shape } from '../message.ts';
import { OVERSEERS } from '../who.ts';

export const roster = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/roster',
  title: '值班表',
  who: OVERSEERS,
  input: z.object({ areaId: id, from: date.optional(), days: z.coerce.number().int().min(1).max(62).default(14) }),
  output: shape,
});
