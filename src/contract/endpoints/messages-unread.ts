import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { unread } from '../message.ts';
import { EVERY_ROLE } from '../who.ts';

export const messagesUnread = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/messages-unread',
  title: '未读消息数和待应答告警数',
  who: EVERY_ROLE,
  input: z.object({ areaId: id }),
  output: unread,
});
