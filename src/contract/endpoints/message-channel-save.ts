import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { channelKind } from '../message.ts';
import { OFFICE } from '../who.ts';

export const messageChannelSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/message-channels',
  title: '新建或修改消息渠道；密钥留空则不变',
  who: OFFICE,
  input: z.object({
    areaId: id,
    id: id.nullable(),
    kind: channelKind,
    name: z.string().trim().min(1, '请填写渠道名称').max(60, '名称太长'),
    closed: z.boolean(),
    settings: z.record(z.string().max(40), z.union([z.string().max(500), z.number(), z.null()])),
  }),
  output: z.object({ id: z.string() }),
});
