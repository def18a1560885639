import { z } from 'zod';
import { words, year } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const statementName = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/statements/:channelId/person',
  title: '明确网站、账号一年的责任人',
  who: OFFICE_AND_UNIT,
  input: z.object({
    areaId: id,
    channelId: id,
    year,
    person: z.string().trim().min(1, '请填写责任人').max(40),
    post: words(60, '职务'),
    phone: words(40, '联系电话'),
  }),
  output: z.object({ ok: z.literal(true) }),
});
