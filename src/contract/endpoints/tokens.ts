import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id, named } from '../fields.ts';
import { machineToken } from '../token.ts';

export const tokens = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/tokens',
  title: '机器令牌',
  who: 'administrator',
  input: z.object({ areaId: id }),
  output: z.object({ rows: z.array(machineToken), rights: z.array(named) }),
});
