import { z } from 'zod';
import { FINDERS } from '../desk.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const rawFindingPicture = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/raw-findings/:problemId/pictures/:pictureId',
  title: '发现所附的图片；第三方只能看本人录入的，责任单位只能看本单位问题的',
  who: { ...FINDERS, ...OVERSEERS_AND_OWN },
  input: z.object({ areaId: id, problemId: id, pictureId: id }),
  output: 'bytes',
});
