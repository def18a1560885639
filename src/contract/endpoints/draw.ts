import { z } from 'zod';
import { drawView, ofDraw } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { paging } from '../paging.ts';
import { OVERSEERS } from '../who.ts';

export const draw = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/draws/:drawId',
  title: '一次随机抽查的记录：抽中、未抽中、未参加的，每次读取都重新演算',
  who: OVERSEERS,
  /** Of the problems that were not drawn; those drawn come whole. */
  input: z.object({ ...ofDraw, ...paging(200, 20) }),
  output: drawView,
});
