import { z } from 'zod';
import { accountName, purposeFields, words } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { UNIT } from '../who.ts';

export const accountMatterOpen = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/account-matters/open',
  title: '申请开设账号：先备案、再开设',
  who: UNIT,
  input: z.object({
    areaId: id,
    unitId: id,
    platform: z.string().max(40),
    name: accountName,
    ...purposeFields,
    reason: words(500, '说明'),
  }),
  output: z.object({ id: z.string() }),
});
