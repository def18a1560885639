import { z } from 'zod';
import { accountName, reason } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const accountMatterFound = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/account-matters/found',
  title: '登记发现的未备案账号',
  who: WATCHERS,
  input: z.object({ areaId: id, unitId: id, platform: z.string().max(40), name: accountName, reason }),
  output: z.object({ id: z.string() }),
});
