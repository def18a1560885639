import { z } from 'zod';
import { FINDERS } from '../desk.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const rawFindingPicture = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/raw-findings/:problemId/pictures/:pictureId',
  title: '发现所附的图片；第三方只能看本人的',
  who: { ...WATCHERS, ...FINDERS },
  input: z.object({ areaId: id, problemId: id, pictureId: id }),
  output: 'bytes',
});
