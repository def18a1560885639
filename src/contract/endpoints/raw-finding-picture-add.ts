import { z } from 'zod';
import { FINDERS_AND_OFFICE, MAX_PICTURE_BYTES } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';

export const rawFindingPictureAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/raw-findings/:problemId/pictures',
  title: '给本人录入、尚未复核（政务公开办录入的尚未交办）的发现附一张图片',
  who: FINDERS_AND_OFFICE,
  input: z.object({ areaId: id, problemId: id }),
  file: { maxBytes: MAX_PICTURE_BYTES },
  output: z.object({ id: z.string() }),
});
