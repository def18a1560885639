import { z } from 'zod';
import { mattersAsked, OVERSEERS_AND_UNIT } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';

export const accountMattersFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/account-matters.xlsx',
  title: '导出账号事项（.xlsx），按当前筛选',
  who: OVERSEERS_AND_UNIT,
  input: z.object(mattersAsked),
  output: 'bytes',
});
