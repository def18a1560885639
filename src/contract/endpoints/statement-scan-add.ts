import { z } from 'zod';
import { year } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const statementScanAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/statements/:channelId/scan',
  title: '上传签字盖章的责任书（PNG、JPG、PDF）',
  who: OFFICE_AND_UNIT,
  input: z.object({ areaId: id, channelId: id, year }),
  file: { maxBytes: 20 * 1024 * 1024 },
  output: z.object({ ok: z.literal(true) }),
});
