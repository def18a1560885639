import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { ids } from '../message.ts';
import { OFFICE } from '../who.ts';

export const messagesResend = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/messages/resend',
  title: '重新发送没有送达的消息',
  who: OFFICE,
  input: z.object({ areaId: id, ids }),
  output: z.object({ again: count }),
});
