import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';

export const health = defineEndpoint({
  method: 'GET',
  path: '/api/health',
  title: '服务是否正常',
  who: 'anyone',
  input: z.object({}),
  output: z.object({ ok: z.literal(true), now: z.string() }),
});
