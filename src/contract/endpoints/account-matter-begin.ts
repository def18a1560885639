import { z } from 'zod';
import { accountName, onAccount, purposeFields, reason } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const accountMatterBegin = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/account-matters',
  title: '申请或要求变更、关停、注销、整改账号',
  who: OFFICE_AND_UNIT,
  input: z.object({
    ...onAccount,
    kind: z.enum(['change', 'close', 'cancel', 'rectify']),
    name: accountName.nullable(),
    ...purposeFields,
    reason,
    problemIds: z.array(id).max(100).default([]),
  }),
  output: z.object({ id: z.string() }),
});
