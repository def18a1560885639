import { z } from 'zod';
import { cardsAnswer, cardsAsked } from '../cards.ts';
import { defineEndpoint } from '../endpoint.ts';
import { paging } from '../paging.ts';
import { WATCHERS } from '../who.ts';

export const cards = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/cards',
  title: '一期应作的人工检查（检查卡×网站、账号）及回答',
  who: WATCHERS,
  input: z.object({ ...cardsAsked, ...paging(500, 100) }),
  output: cardsAnswer,
});
