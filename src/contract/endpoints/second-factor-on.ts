import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { done } from '../notice-draft.ts';

export const secondFactorOn = defineEndpoint({
  method: 'POST',
  path: '/api/me/second-factor',
  title: '启用动态口令',
  who: 'signed-in',
  input: z.object({ secret: z.string().regex(/^[A-Z2-7]{32}$/, '密钥不对'), code: z.string().trim().min(6, '请输入 6 位数字').max(10) }),
  output: done,
});
