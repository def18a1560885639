import { z } from 'zod';
import { MATTER_ACT_CODES } from '../../core/account-matter.ts';
import { accountName, MATTER_HANDLERS, matterDetail, onMatter, purposeFields, words } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';

export const accountMatterAct = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/account-matters/:matterId/acts',
  title: '办理一件账号事项的下一步',
  who: MATTER_HANDLERS,
  input: z.object({
    ...onMatter,
    act: z.enum(MATTER_ACT_CODES),
    note: words(500, '说明'),
    filingNumber: z.string().trim().max(60).optional(),
    from: date.optional(),
    recheckOn: date.optional(),
    proofIds: z.array(id).max(20).optional(),
    subject: z.object({ name: accountName, ...purposeFields, reason: words(500, '说明') }).optional(),
  }),
  output: matterDetail,
});
