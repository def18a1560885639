import { z } from 'zod';
import { cardsAsked } from '../cards.ts';
import { defineDownload } from '../endpoint.ts';
import { WATCHERS } from '../who.ts';

export const cardsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/cards.xlsx',
  title: '一期的人工检查及回答（表格）',
  who: WATCHERS,
  input: z.object(cardsAsked),
  output: 'bytes',
});
