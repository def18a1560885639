import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id, list } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const deskFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/desk.xlsx',
  title: '待复核的发现和复核各步计数（表格）',
  who: WATCHERS,
  input: z.object({ areaId: id, unit: list, category: list, source: list, q: z.string().trim().max(200).optional() }),
  output: 'bytes',
});
