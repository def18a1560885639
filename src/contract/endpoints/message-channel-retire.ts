import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { done } from '../notice-draft.ts';
import { OFFICE } from '../who.ts';

export const messageChannelRetire = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/message-channels/:channelId/retire',
  title: '停用消息渠道',
  who: OFFICE,
  input: z.object({ areaId: id, channelId: id }),
  output: done,
});
