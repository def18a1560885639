import { z } from 'zod';
import { year } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const statementSign = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/statements/:channelId/signature',
  title: '责任人本人签订年度责任书',
  who: OFFICE_AND_UNIT,
  input: z.object({ areaId: id, channelId: id, year }),
  output: z.object({ ok: z.literal(true) }),
});
