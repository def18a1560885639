import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const importsUndo = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/imports/:importId/undo',
  title: '撤销一次导入',
  who: WATCHERS,
  input: z.object({ areaId: id, importId: id }),
  output: z.object({ importId: z.string(), fileName: z.string(), removed: count, restored: count, problems: count }),
});
