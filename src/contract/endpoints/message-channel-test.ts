import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const messageChannelTest = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/message-channels/:channelId/test',
  title: '用消息渠道发送一条测试消息',
  who: OFFICE,
  input: z.object({ areaId: id, channelId: id, to: z.email('应为邮箱地址').nullable() }),
  output: z.object({ sent: z.boolean(), detail: z.string().nullable() }),
});
