import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { recipientFields } from '../message.ts';
import { done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const messageRecipientSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/message-recipients',
  title: '新建或修改消息收件人',
  who: OFFICE,
  input: z.object({ areaId: id, ...recipientFields }),
  output: done,
});
