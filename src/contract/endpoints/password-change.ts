import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { meAnswer } from '../me.ts';

export const passwordChange = defineEndpoint({
  method: 'POST',
  path: '/api/me/password',
  title: '修改密码',
  who: 'signed-in',
  input: z.object({ password: z.string().min(1, '请填写原密码').max(200), newPassword: z.string().min(1, '请填写新密码').max(400) }),
  output: meAnswer,
});
