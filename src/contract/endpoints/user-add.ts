import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { oneTime, userWish } from '../user.ts';

export const userAdd = defineEndpoint({
  method: 'POST',
  path: '/api/users',
  title: '新增用户',
  who: 'administrator',
  input: z.object(userWish),
  output: oneTime,
});
