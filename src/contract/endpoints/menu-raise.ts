import { z } from 'zod';
import { onAccount } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const menuRaise = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/accounts/:accountId/menu/problems',
  title: '把导航栏目的问题登入台账',
  who: WATCHERS,
  input: z.object(onAccount),
  output: z.object({ raised: count }),
});
