import { z } from 'zod';
import { MESSAGE_KIND_CODES, type MessageKind } from '../../core/message.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id, named } from '../fields.ts';
import { message, unread } from '../message.ts';
import { EVERY_ROLE } from '../who.ts';

export const messages = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/messages',
  title: '消息：本人和所在角色的收件箱',
  who: EVERY_ROLE,
  input: z.object({
    areaId: id,
    state: z.enum(['unread', 'unanswered', 'undelivered']).optional(),
    kind: z.enum(MESSAGE_KIND_CODES as [MessageKind, ...MessageKind[]]).optional(),
    words: z.string().max(100).optional(),
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: unread.extend({ rows: z.array(message), total: z.number().int(), kinds: z.array(named), names: z.array(z.string()) }),
});
