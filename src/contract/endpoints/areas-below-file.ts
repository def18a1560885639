import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const areasBelowFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/areas-below.xlsx',
  title: '本级和所辖各地区的问题和最近一期结果（Excel）',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
