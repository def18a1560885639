import { defineDownload } from '../endpoint.ts';
import { trailAsked } from '../trail.ts';
import { OFFICE } from '../who.ts';

export const trailFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/trail.xlsx',
  title: '导出操作留痕',
  who: OFFICE,
  input: trailAsked,
  output: 'bytes',
});
