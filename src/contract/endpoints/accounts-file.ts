import { z } from 'zod';
import { OVERSEERS_AND_UNIT } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const accountsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/accounts.xlsx',
  title: '导出政务新媒体账号（.xlsx）',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
