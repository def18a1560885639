import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { ids, unread } from '../message.ts';
import { EVERY_ROLE } from '../who.ts';

export const messagesTake = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/messages/take',
  title: '应答告警：已接到，不再转给副班',
  who: EVERY_ROLE,
  input: z.object({ areaId: id, ids }),
  output: unread,
});
