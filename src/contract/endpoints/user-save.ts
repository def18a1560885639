import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { done } from '../notice-draft.ts';
import { userWish } from '../user.ts';

export const userSave = defineEndpoint({
  method: 'POST',
  path: '/api/users/:userId',
  title: '修改用户',
  who: 'administrator',
  input: z.object({ userId: id, ...userWish }),
  output: done,
});
