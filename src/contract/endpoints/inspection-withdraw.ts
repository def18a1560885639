import { z } from 'zod';
import { ofDraw, reason } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OFFICE } from '../who.ts';

export const inspectionWithdraw = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/draws/:drawId/withdraw',
  title: '撤下公开的复查结果',
  who: OFFICE,
  input: z.object({ ...ofDraw, reason }),
  output: z.object({}),
});
