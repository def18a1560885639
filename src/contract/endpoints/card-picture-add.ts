import { z } from 'zod';
import { MAX_PICTURE_BYTES } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const cardPictureAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/cards/:cardId/channels/:channelId/pictures',
  title: '上传人工检查的佐证图片，提交回答时引用',
  who: WATCHERS,
  input: z.object({ areaId: id, cardId: id, channelId: id, fileName: z.string().max(255) }),
  file: { maxBytes: MAX_PICTURE_BYTES },
  output: z.object({ id: z.string(), fileName: z.string() }),
});
