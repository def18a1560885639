import { z } from 'zod';
import { ACCOUNT_FUNCTION_CODES } from '../../core/account-matter.ts';
import { MATTER_HANDLERS, onAccount } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';

export const accountFunctions = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/accounts/:accountId/functions',
  title: '登记账号提供的功能',
  who: MATTER_HANDLERS,
  input: z.object({ ...onAccount, functions: z.array(z.enum(ACCOUNT_FUNCTION_CODES)).max(10) }),
  output: z.object({ ok: z.literal(true) }),
});
