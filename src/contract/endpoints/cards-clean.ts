import { z } from 'zod';
import { MOST_CLEAN } from '../cards.ts';
import { words } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, periodId } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const cardsClean = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/cards/:cardId/clean',
  title: '对多个网站、账号的同一项人工检查一并回答没有发现问题，须写明查看了什么',
  who: WATCHERS,
  input: z.object({
    areaId: id,
    cardId: id,
    period: periodId.optional(),
    channelIds: z.array(id).min(1, '请选择网站、账号').max(MOST_CLEAN, `一次最多 ${MOST_CLEAN} 个`),
    looked: words(500),
  }),
  output: z.object({ answered: count }),
});
