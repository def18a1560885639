import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { name } from '../message.ts';
import { done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const messageRecipientRetire = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/message-recipients/retire',
  title: '停用消息收件人',
  who: OFFICE,
  input: z.object({ areaId: id, name }),
  output: done,
});
