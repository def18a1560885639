import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { meAnswer } from '../me.ts';

export const signIn = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in',
  title: '登录',
  who: 'anyone',
  input: z.object({
    login: z.string().trim().min(1, '请填写用户名').max(60, '用户名太长'),
    password: z.string().min(1, '请填写密码').max(200, '密码太长'),
  }),
  output: meAnswer,
});
