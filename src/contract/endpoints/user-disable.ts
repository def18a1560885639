import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { done } from '../notice-draft.ts';

export const userDisable = defineEndpoint({
  method: 'POST',
  path: '/api/users/:userId/disable',
  title: '停用或恢复用户',
  who: 'administrator',
  input: z.object({ userId: id, disabled: z.boolean() }),
  output: done,
});
