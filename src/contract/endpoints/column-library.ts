import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const columnLibrary = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/column-library.xlsx',
  title: '栏目库：各网站还没有登记的栏目，填上地址后可直接导入',
  who: WATCHERS,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
