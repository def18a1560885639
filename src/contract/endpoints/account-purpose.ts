import { z } from 'zod';
import { MATTER_HANDLERS, onAccount, purposeFields } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';

export const accountPurpose = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/accounts/:accountId/purpose',
  title: '登记账号的用途和责任人',
  who: MATTER_HANDLERS,
  input: z.object({ ...onAccount, ...purposeFields }),
  output: z.object({ ok: z.literal(true) }),
});
