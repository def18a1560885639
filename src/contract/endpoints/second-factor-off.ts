import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { done } from '../notice-draft.ts';

export const secondFactorOff = defineEndpoint({
  method: 'POST',
  path: '/api/me/second-factor/off',
  title: '停用动态口令',
  who: 'signed-in',
  input: z.object({ password: z.string().min(1, '请填写密码').max(200) }),
  output: done,
});
