import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { ids, unread } from '../message.ts';
import { EVERY_ROLE } from '../who.ts';

export const messagesRead = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/messages/read',
  title: '标记消息为已读',
  who: EVERY_ROLE,
  input: z.object({ areaId: id, ids }),
  output: unread,
});
