import { z } from 'zod';
import { ofDraw } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OFFICE } from '../who.ts';

export const inspectionPublish = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/draws/:drawId/publish',
  title: '公开复查结果：每个问题的结果，不含个人信息',
  who: OFFICE,
  input: z.object(ofDraw),
  output: z.object({ path: z.string() }),
});
