import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { meAnswer } from '../me.ts';

export const signInCode = defineEndpoint({
  method: 'POST',
  path: '/api/sign-in/code',
  title: '输入动态口令',
  who: 'half-signed-in',
  input: z.object({ code: z.string().trim().min(6, '请输入 6 位数字').max(10, '动态口令为 6 位数字') }),
  output: meAnswer,
});
