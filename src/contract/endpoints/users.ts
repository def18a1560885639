import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { userRow } from '../user.ts';

export const users = defineEndpoint({
  method: 'GET',
  path: '/api/users',
  title: '用户',
  who: 'administrator',
  input: z.object({}),
  output: z.object({ rows: z.array(userRow) }),
});
