import { z } from 'zod';
import { CHANNEL_RESULT_CODES, CHANNEL_SORTS } from '../../core/lists/channels.ts';
import { defineDownload } from '../endpoint.ts';
import { direction, id, periodId, wordsAsked } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const channelsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/channels.xlsx',
  title: '网站与账号及其在一期中的检查结果（Excel），按当前筛选',
  who: OVERSEERS,
  input: z.object({
    ...{ areaId: id, period: periodId.optional(), q: wordsAsked },
    ...{ type: z.enum(['site', 'account']).optional(), kind: id.optional(), verdict: z.enum(CHANNEL_RESULT_CODES).optional() },
    ...{ sort: z.enum(CHANNEL_SORTS).optional(), order: direction },
  }),
  output: 'bytes',
});
