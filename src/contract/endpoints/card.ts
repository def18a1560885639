import { z } from 'zod';
import { cardAnswer } from '../cards.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id, periodId } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const card = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/cards/:cardId/channels/:channelId',
  title: '一项人工检查：问题、可选的回答、所需佐证和本期的各次回答',
  who: WATCHERS,
  input: z.object({ areaId: id, cardId: id, channelId: id, period: periodId.optional() }),
  output: cardAnswer,
});
