import { z } from 'zod';
import { ofDraw } from '../draws.ts';
import { defineDownload } from '../endpoint.ts';
import { OVERSEERS } from '../who.ts';

export const drawFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/draws/:drawId/protocol',
  title: '导出抽查记录（.docx 打印，.xlsx 名单）',
  who: OVERSEERS,
  input: z.object({ ...ofDraw, form: z.enum(['docx', 'xlsx']) }),
  output: 'bytes',
});
