import { z } from 'zod';
import { ACCOUNTS_LISTS } from '../../core/accounts-list.ts';
import { ofPeriod } from '../calendar-period.ts';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const accountsListFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/accounts-lists/:list',
  title: '导出矩阵、同步公开、转载、优质作品、互动、采集情况（.xlsx），按当前筛选',
  who: OVERSEERS,
  input: ofPeriod.extend({ list: z.enum(ACCOUNTS_LISTS), q: wordsAsked, only: id.optional() }),
  output: 'bytes',
});
