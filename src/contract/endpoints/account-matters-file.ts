import { z } from 'zod';
import { OVERSEERS_AND_UNIT } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const accountMattersFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/account-matters.xlsx',
  title: '导出账号事项（.xlsx）',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
