import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { ownSession } from '../user.ts';

export const mySessions = defineEndpoint({
  method: 'GET',
  path: '/api/me/sessions',
  title: '我在哪些设备上登录着',
  who: 'signed-in',
  input: z.object({}),
  output: z.object({ rows: z.array(ownSession) }),
});
