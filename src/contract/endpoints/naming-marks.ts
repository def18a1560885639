import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { namingMarksAnswer } from '../naming-marks.ts';
import { OVERSEERS } from '../who.ts';

export const namingMarks = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/naming-marks',
  title: '待点名单位：公开不及时、不主动',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: namingMarksAnswer,
});
