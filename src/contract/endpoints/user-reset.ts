import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { oneTime } from '../user.ts';

export const userReset = defineEndpoint({
  method: 'POST',
  path: '/api/users/:userId/reset',
  title: '重置用户的密码和动态口令',
  who: 'administrator',
  input: z.object({ userId: id }),
  output: oneTime,
});
