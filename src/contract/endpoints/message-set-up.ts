import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { messageSetUp as shape } from '../message.ts';
import { OVERSEERS } from '../who.ts';

export const messageSetUp = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/message-set-up',
  title: '消息设置：渠道、收件人、知悉范围和没有送达的消息',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: shape,
});
