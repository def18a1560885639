import { z } from 'zod';
import { onAccount } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const accountState = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/accounts/:accountId/state',
  title: '登记账号停运或恢复运行；没有备案的不能投入运行',
  who: OFFICE,
  input: z.object({ ...onAccount, state: z.enum(['in_operation', 'suspended']), from: date }),
  output: z.object({ ok: z.literal(true) }),
});
