import { z } from 'zod';
import { ACCOUNT_FUNCTION_CODES } from '../../core/account-matter.ts';
import { OVERSEERS_AND_UNIT } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';

export const accountsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/accounts.xlsx',
  title: '导出政务新媒体账号（.xlsx），按当前筛选',
  who: OVERSEERS_AND_UNIT,
  input: z.object({
    ...{ areaId: id, q: wordsAsked, platform: id.optional(), state: id.optional() },
    lacks: z.enum([...ACCOUNT_FUNCTION_CODES, 'unknown']).optional(),
  }),
  output: 'bytes',
});
