import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';

export const secondFactorBegin = defineEndpoint({
  method: 'POST',
  path: '/api/me/second-factor/begin',
  title: '开始设置动态口令',
  who: 'signed-in',
  input: z.object({}),
  output: z.object({ secret: z.string(), address: z.string() }),
});
