import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { meAnswer } from '../me.ts';

export const signOut = defineEndpoint({
  method: 'POST',
  path: '/api/sign-out',
  title: '退出登录',
  who: 'half-signed-in',
  input: z.object({}),
  output: meAnswer,
});
