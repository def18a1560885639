import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { counts, handedIn, lines } from '../import-fields.ts';
import { WATCHERS } from '../who.ts';

export const importsRun = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/imports',
  title: '导入：全部写入，或一处有错就什么也不写',
  who: WATCHERS,
  input: z.object({ areaId: id, ...handedIn }),
  output: z.object({
    importId: z.string(),
    fileName: z.string(),
    sheets: counts,
    warnings: lines,
    questions: lines,
  }),
});
