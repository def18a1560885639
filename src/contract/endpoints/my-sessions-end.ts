import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { ownSession } from '../user.ts';

export const mySessionsEnd = defineEndpoint({
  method: 'POST',
  path: '/api/me/sessions/end',
  title: '退出其他设备的登录',
  who: 'signed-in',
  input: z.object({
    /** null: all but this one. */ session: z
      .string()
      .regex(/^[0-9a-f]{16}$/, '没有这条登录记录，请刷新页面')
      .nullable(),
  }),
  output: z.object({ rows: z.array(ownSession) }),
});
