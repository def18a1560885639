import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const deskPage = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/desk/:problemId/facts/:factId/page',
  title: '发现时留存的页面（无脚本、无外部内容的框内显示）或截图',
  who: WATCHERS,
  input: z.object({ areaId: id, problemId: id, factId: id }),
  output: 'bytes',
});
