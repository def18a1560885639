import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const cardPicture = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/channels/:channelId/card-pictures/:pictureId',
  title: '查看人工检查的佐证图片',
  who: WATCHERS,
  input: z.object({ areaId: id, channelId: id, pictureId: id }),
  output: 'bytes',
});
